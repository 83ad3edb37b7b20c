import { get } from 'node:http'

/** An answer exactly as it travels: its body is not decoded. */
export type Raw = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Asks as a browser that reads brotli. */
export function rawGet(url: string, cookie = ''): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, deflate, br', ...(cookie === '' ? {} : { cookie }) }
    get(url, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: plain(answer.headers),
          body: Buffer.concat(parts),
        }),
      )
    }).on('error', reject)
  })
}

const plain = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
