import type { Charter, CharterBlock, CharterLine } from '#domain/charter/charter.ts'

/** The charter whole, as it was written: its parts, its lists, the sentence one says yes to. */
export function CharterText({ charter }: { charter: Charter }) {
  return (
    <div class="texte en-colonnes">
      {charter.sections.map((section) => (
        <section class="pile">
          <h2>{section.heading}</h2>
          {section.blocks.map((block) => (
            <Block block={block} />
          ))}
        </section>
      ))}
      <p class="avis">
        <span>{charter.closing}</span>
      </p>
    </div>
  )
}

/** The six values, one line each: what is read aloud at the table. */
export function CharterEssentials({ charter }: { charter: Charter }) {
  return <Lines lines={charter.essentials} ordered />
}

function Block({ block }: { block: CharterBlock }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return <Lines lines={block.lines} ordered={block.ordered} />
}

function Lines({ lines, ordered }: { lines: readonly CharterLine[]; ordered: boolean }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {lines.map((line) => (
        <li>
          {line.lead !== null && <b>{line.lead}</b>} {line.text}
        </li>
      ))}
    </List>
  )
}
