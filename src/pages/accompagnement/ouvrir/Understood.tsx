import type { ReadSector } from '#domain/sectors/sector.form.ts'
import { dwellingsOf } from '#domain/sectors/sector.ts'
import { lineRefusals, sizeInWords } from '#domain/sectors/sector.words.ts'
import { Card } from '#ui/Card.tsx'
import { Icon } from '#ui/icons.tsx'
import { Said } from '#ui/Said.tsx'
import { number } from '#ui/typography.ts'

/** What was understood of what was typed: the entrances one by one, then each line that got stuck. */
export function Understood({ read }: { read: ReadSector }) {
  const { entrances } = read.plan
  if (entrances.length === 0 && read.stuck.length === 0) return null
  return (
    <Card as="section" id="compris">
      <h2>Ce que nous avons compris</h2>
      {entrances.length > 0 && <p class="fort">{sizeInWords(entrances.length, dwellingsOf(entrances))}</p>}
      <ul class="menu">
        {entrances.map(({ name, dwellings }) => (
          <li>
            <Icon name="door-open" />
            <span>
              <Said>{name}</Said> : {number(dwellings)}
            </span>
          </li>
        ))}
      </ul>
      {read.stuck.length > 0 && <StuckLines read={read} />}
    </Card>
  )
}

function StuckLines({ read }: { read: ReadSector }) {
  return (
    <div class="pile-fine">
      <h3>À reprendre</h3>
      <ul class="faits">
        {read.stuck.map(({ line, text, reason }) => (
          <li>
            <Icon name="hand-helping" />
            <span>
              Ligne {line}
              {text !== '' && (
                <>
                  , « <Said>{text}</Said> »
                </>
              )}{' '}
              : {lineRefusals[reason]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
