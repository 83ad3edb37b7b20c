/** Contrast of white text on a colour, as WCAG 2.2 counts it, from 1 to 21; null when it is not a colour. */
export function contrastWithWhite(colour: string): number | null {
  const channels = /^#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(colour)
  if (channels === null) return null
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((hex) => linear(parseInt(hex, 16) / 255))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
