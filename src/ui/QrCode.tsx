import { encode } from 'uqr'

type QrCodeProps = {
  /** What the square holds: an address. */
  text: string
  /** What it is for, in words. */
  label: string
}

/** A square to aim at with a phone, drawn as one path. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  return (
    <svg class="qr" width="380" height="380" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={data.map(rowPath).join('')} shape-rendering="crispEdges" />
    </svg>
  )
}

/** The dark runs of a row, each one a flat rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x] === true) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`
  }
  return path
}
