import { connect } from 'node:net'

// The load generator, a program of its own so that it can live on another core than what it measures:
//   LOAD_COOKIE=… node bench/load.ts PORT PATH CONNECTIONS SECONDS
// and it answers with four numbers: requests, refusals, bytes, seconds.
// Keep-alive connections to this machine only, one request at a time on each, for a bounded time. It reads no more
// of an answer than its length: a quick server must not be measured by the slowness of its client.

type Load = {
  readonly port: number
  readonly path: string
  readonly cookie: string
  readonly connections: number
  readonly seconds: number
}
type Loaded = {
  readonly requests: number
  readonly seconds: number
  readonly bytes: number
  readonly refused: number
}

const MOST_CONNECTIONS = 64
const MOST_SECONDS = 60

async function generate(load: Load): Promise<Loaded> {
  const seconds = Math.min(load.seconds, MOST_SECONDS)
  const connections = Math.min(load.connections, MOST_CONNECTIONS)
  const start = performance.now()
  const end = start + seconds * 1000
  const parts = await Promise.all(Array.from({ length: connections }, () => oneConnection(load, end)))
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    requests: sum((part) => part.requests),
    bytes: sum((part) => part.bytes),
    refused: sum((part) => part.refused),
    seconds: (performance.now() - start) / 1000,
  }
}

type Part = { requests: number; bytes: number; refused: number }

const headEnd = Buffer.from('\r\n\r\n')

function oneConnection(load: Load, end: number): Promise<Part> {
  const part: Part = { requests: 0, bytes: 0, refused: 0 }
  const ask = Buffer.from(
    `GET ${load.path} HTTP/1.1\r\nHost: localhost:${load.port}\r\nAccept-Encoding: br\r\nAccept: text/html\r\n` +
      `${load.cookie === '' ? '' : `Cookie: ${load.cookie}\r\n`}\r\n`,
  )
  return new Promise((resolve, reject) => {
    const socket = connect({ host: 'localhost', port: load.port, noDelay: true })
    let missing = -1 // bytes of the present body still to come; -1 while its head is not read
    let head = Buffer.alloc(0)
    socket.on('connect', () => socket.write(ask))
    socket.on('error', reject)
    socket.on('close', () => resolve(part))
    socket.on('data', (chunk) => {
      let rest = chunk
      if (missing < 0) {
        head = head.length === 0 ? rest : Buffer.concat([head, rest])
        const at = head.indexOf(headEnd)
        if (at < 0) return
        const text = head.toString('latin1', 0, at)
        if (!text.startsWith('HTTP/1.1 200')) part.refused += 1
        missing = lengthIn(text)
        rest = head.subarray(at + headEnd.length)
        head = Buffer.alloc(0)
      }
      missing -= rest.length
      part.bytes += rest.length
      if (missing > 0) return
      part.requests += 1
      missing = -1
      if (performance.now() >= end) socket.destroy()
      else socket.write(ask)
    })
  })
}

function lengthIn(head: string): number {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (length === undefined) throw new Error('an answer without a length cannot be measured')
  return Number(length)
}

const [port, path = '/', connections, seconds] = process.argv.slice(2)
const cookie = process.env['LOAD_COOKIE'] ?? ''
const done = await generate({
  port: Number(port),
  path,
  cookie,
  connections: Number(connections),
  seconds: Number(seconds),
})
process.stdout.write([done.requests, done.refused, done.bytes, done.seconds].join(' '))
