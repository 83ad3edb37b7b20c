import { refused, ok, type Result } from '#platform/result.ts'

export type ThemeColour = { code: string; colour: string }
export type Tints = { full: string; soft: string; medium: string }
export type ColourRefusal = 'not-a-colour' | 'too-pale-for-white' | 'too-pale-for-its-own-tint'

/** Least contrast of a theme colour, as text on its tint or as ground under white (WCAG AA). */
export const leastContrast = 4.5
const ground = '#fffdf8'

/** The three values of a theme: its colour, 9 % of it for grounds, 32 % of it for cloth and plates. */
export function tintsOf(colour: string): Result<Tints, ColourRefusal> {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return refused('not-a-colour')
  const full = colour.toLowerCase()
  const soft = mix(full, ground, 0.09)
  if (contrast(full, '#ffffff') < leastContrast) return refused('too-pale-for-white')
  if (contrast(full, soft) < leastContrast) return refused('too-pale-for-its-own-tint')
  return ok({ full, soft, medium: mix(full, ground, 0.32) })
}

/** One block a theme, so that no page needs an inline style and no code knows a theme by name. */
export function themeStylesheet(themes: readonly ThemeColour[]): string {
  return themes.map(block).join('\n')
}

/** Contrast of two colours as WCAG 2 defines it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function block({ code, colour }: ThemeColour): string {
  if (!/^[a-z0-9-]+$/.test(code)) throw new Error(`Le code de thème « ${code} » ne peut pas servir de nom.`)
  const tints = tintsOf(colour)
  if (!tints.ok) throw new Error(`La couleur ${colour} du thème « ${code} » est refusée : ${tints.reason}.`)
  const { full, soft, medium } = tints.value
  return `[data-theme="${code}"]{--t:${full};--t-doux:${soft};--t-moyen:${medium}}`
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))

function mix(colour: string, onto: string, share: number): string {
  const under = channels(onto)
  const mixed = channels(colour).map((channel, i) =>
    Math.round(channel * share + (under[i] ?? 0) * (1 - share)),
  )
  return '#' + mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
