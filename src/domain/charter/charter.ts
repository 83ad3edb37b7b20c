// The charter is read aloud at the table and accepted there; the version a neighbour accepted is kept.
// It is written in a plain file (titles, lists, paragraphs, bold leads): the association edits it without us.

/** « Respect. » and « J'écoute chacun avec bienveillance… » */
export type CharterLine = { readonly lead: string | null; readonly text: string }
export type CharterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly lines: readonly CharterLine[] }
export type CharterSection = { readonly heading: string; readonly blocks: readonly CharterBlock[] }
export type Charter = {
  readonly version: string
  readonly title: string
  /** What stands before the first heading. */
  readonly opening: string
  /** « L'essentiel en six phrases »: the values, one line each. */
  readonly essentials: readonly CharterLine[]
  readonly sections: readonly CharterSection[]
  /** The sentence one says yes to, in italics at the end. */
  readonly closing: string
}

const essentialCount = 6

/** Reads the charter's file; throws, with a sentence for whoever wrote it, when its shape is not the expected one. */
export function parseCharter(version: string, markdown: string): Charter {
  const [opening = '', ...parts] = markdown.normalize('NFC').replace(/\r\n?/g, '\n').split(/^## /m)
  const title = /^# (.+)$/m.exec(opening)?.[1]?.trim()
  const closing = /^\*(?!\*)(.+)\*$/m.exec(parts.at(-1) ?? '')
  const sections = parts.map((part) => sectionOf(closing === null ? part : part.replace(closing[0], '')))
  const essentials = sections.flatMap(listLines)[0] ?? []
  if (title === undefined) throw new Error('La charte doit commencer par un titre : « # Charte de… ».')
  if (essentials.length !== essentialCount)
    throw new Error(
      `La première liste numérotée de la charte compte ${essentials.length} lignes au lieu de six.`,
    )
  if (closing === null)
    throw new Error('La charte doit finir par une phrase en italique, celle que l’on accepte.')
  return {
    version,
    title,
    opening: plain(opening.replace(/^# .+$/m, '')),
    essentials,
    sections,
    closing: plain(closing[1] ?? ''),
  }
}

const listLines = (section: CharterSection): (readonly CharterLine[])[] =>
  section.blocks.flatMap((block) => (block.kind === 'list' && block.ordered ? [block.lines] : []))

function sectionOf(part: string): CharterSection {
  const [heading = '', ...rest] = part.split('\n')
  const chunks = rest.join('\n').split(/\n\s*\n/)
  return {
    heading: plain(heading),
    blocks: chunks.filter((chunk) => chunk.trim() !== '').map(blockOf),
  }
}

function blockOf(chunk: string): CharterBlock {
  const lines = chunk.trim().split('\n')
  const ordered = lines.every((line) => /^\d+\. /.test(line))
  if (!ordered && !lines.every((line) => line.startsWith('- ')))
    return { kind: 'paragraph', text: plain(chunk) }
  return { kind: 'list', ordered, lines: lines.map((line) => lineOf(line.replace(/^(?:\d+\.|-) /, ''))) }
}

function lineOf(text: string): CharterLine {
  const lead = /^\*\*(.+?)\*\* ?/.exec(text)
  return lead === null
    ? { lead: null, text: plain(text) }
    : { lead: plain(lead[1] ?? ''), text: plain(text.slice(lead[0].length)) }
}

const plain = (text: string): string =>
  text
    .replace(/\*+/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
