import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// What the directory is measured against: a bare Node server that sends the same bytes, with the same headers, from
// memory, to whoever asks.   node bench/bare.ts PORT BODY_FILE HEADERS_FILE (one « name: value » a line)

const [port = '', bodyFile = '', headersFile = ''] = process.argv.slice(2)
const body = readFileSync(bodyFile)
const headers = Object.fromEntries(
  readFileSync(headersFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes(': '))
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
)

createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(port), 'localhost', () => process.stdout.write('bare'))
