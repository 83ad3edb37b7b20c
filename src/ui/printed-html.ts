import { fr } from '#ui/typography.ts'

// Elements whose words are typed or exact: what is inside them is left alone.
const exact = /^<(textarea|script|style|pre|code)[\s>]/
const spoken = /( (?:aria-label|aria-description|alt|title|placeholder)=")([^"]*)(?=")/g

/** Applies French typography to the text of a rendered page and to the attributes that are read aloud. */
export function printedHtml(html: string): string {
  let out = ''
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag === -1) return out + printedText(html.slice(at))
    if (tag > at) out += printedText(html.slice(at, tag))
    at = endOfTag(html, tag)
    const opening = html.slice(tag, at)
    const closing = exact.exec(opening)?.[1]
    if (closing === undefined) out += printedTag(opening)
    else {
      const inside = at
      at = indexOrEnd(html, `</${closing}>`, inside)
      out += opening + html.slice(inside, at)
    }
  }
  return out
}

/** Where a tag ends: its first « > » outside quotes. */
function endOfTag(html: string, from: number): number {
  let end = indexOrEnd(html, '>', from)
  let quote = html.indexOf('"', from)
  while (quote !== -1 && quote < end) {
    const closed = indexOrEnd(html, '"', quote + 1)
    if (closed > end) end = indexOrEnd(html, '>', closed)
    quote = html.indexOf('"', closed + 1)
  }
  return end + 1
}

function indexOrEnd(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found === -1 ? html.length : found
}

const printedTag = (tag: string): string =>
  tag.length < 12
    ? tag
    : tag.replace(spoken, (_all, name: string, value: string) => name + printedText(value))

function printedText(escaped: string): string {
  if (!escaped.includes('&')) return fr(escaped)
  const plain = escaped
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
  return fr(plain).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
