import { number } from '#ui/typography.ts'

export type FigureRow = { label: string; value: number; theme?: string | undefined }

type FiguresProps = {
  caption: string
  /** Heads of the first and last columns: what is listed, what is counted. */
  heads: readonly [string, string]
  rows: readonly FigureRow[]
}

/** Figures as a table, with a bar for the eye: the table is its own text alternative. */
export function Figures({ caption, heads, rows }: FiguresProps) {
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <div class="defile" role="region" aria-label={caption} tabIndex={0}>
      <table class="chiffres">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <td />
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr data-theme={row.theme}>
              <th scope="row">{row.label}</th>
              <td>
                <Bar share={row.value / most} />
              </td>
              <td>{number(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg width="200" height="18" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(1, Math.round(share * 100))} height="9" />
    </svg>
  )
}
