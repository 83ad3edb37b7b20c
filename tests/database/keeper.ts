// A Node that keeps the embedded server, as main.ts does: launched, killed and stopped by launcher.test.ts.
import { startEmbedded } from '#platform/postgres.server.ts'

const server = await startEmbedded(process.argv[2] ?? '')
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ adopted: server.adopted })}\n`)
setInterval(() => undefined, 1_000_000)
