import type { Risk } from '#domain/ideas/catalogue.ts'
import { Notice } from '#ui/Notice.tsx'

/** The advice of an idea that carries a risk: said here, where there is time, and not during the sweep. */
export function Advice({ risk, open }: { risk: Risk | undefined; open: boolean }) {
  if (risk === undefined) return null
  return (
    <details open={open}>
      <summary class="lien">{risk.title}</summary>
      <Notice>{risk.advice}</Notice>
    </details>
  )
}
