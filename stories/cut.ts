import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

// A link that can really be cut: a small proxy between one phone and the site. A browser's own « offline » lets a
// stream that is already open go on, so it proves nothing of a phone that lost the network.

export type Link = {
  /** For the options of the device that goes through it. */
  readonly proxy: { readonly server: string; readonly bypass: string }
  /** Breaks what is open and lets nothing through, until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function openLink(): Promise<Link> {
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://localhost')
    const { method, headers } = asked
    const onward = request({
      host: '127.0.0.1',
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers,
    })
    onward.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  server.on('connection', (socket) => {
    if (!whole) return socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy())
  return {
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    cut: () => {
      whole = false
      breakAll()
    },
    mend: () => void (whole = true),
    close: async () => {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
