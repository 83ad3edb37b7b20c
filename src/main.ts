import pg from 'pg'
import { operatorLink } from '#domain/access/operator.acts.server.ts'
import { sendCode, SEND_CODE } from '#domain/access/sign-in.acts.server.ts'
import { CatalogueFault } from '#domain/ideas/ideas.acts.server.ts'
import { demonstrationLink, installationLink } from '#domain/association/installation.acts.server.ts'
import { ConfigError, readConfig, readOrCreateKey, type Config } from '#platform/config.server.ts'
import { connect, disconnect, ownerConnection } from '#platform/db.server.ts'
import { startJobs, stopJobs } from '#platform/jobs.server.ts'
import { requestRolePassword, useKeys } from '#platform/keys.server.ts'
import { mailer } from '#platform/mail.server.ts'
import { migrate } from '#platform/migrate.server.ts'
import { startEmbedded } from '#platform/postgres.server.ts'
import { buildApp } from './app.server.ts'

// What was started, to be stopped in the reverse order: the door first, the database last.
const closing: (() => Promise<unknown>)[] = []

async function start(): Promise<void> {
  const config = readConfig(process.env)
  useKeys(readOrCreateKey(config.keyFile))
  const owner = await database(config)
  await migrate(owner, requestRolePassword())
  connect({ owner, requestPassword: requestRolePassword() })
  closing.push(disconnect)
  const app = await buildApp(config)
  const letters = mailer(config)
  closing.push(
    async () => letters.close(),
    stopJobs,
    () => app.close(),
  )
  await app.listen({ port: config.port, host: config.host })
  const onTrouble = (cause: unknown) => app.log.error({ err: cause }, 'jobs')
  const handlers = { [SEND_CODE]: sendCode(config.publicUrl) }
  void startJobs({ owner: ownerConnection(), mailer: letters, handlers, onTrouble }).catch(() => undefined)
  say(`Coop-Ère répond à ${config.publicUrl}`)
  await sayLinks(config)
}

async function database(config: Config): Promise<pg.ClientConfig> {
  if (config.databaseUrl !== null) return { connectionString: config.databaseUrl }
  const server = await startEmbedded(config.dataDir)
  closing.push(() => server.stop())
  return server.owner
}

async function sayLinks(config: Config): Promise<void> {
  const installation = await installationLink()
  if (installation !== null)
    say(`Pour commencer, ouvrez ce lien, une seule fois : ${config.publicUrl}${installation}`)
  const demonstration = await demonstrationLink()
  if (demonstration !== null)
    say(`Pour enlever la démonstration, ou la remplacer : ${config.publicUrl}${demonstration}`)
  if (config.smtpUrl === null)
    say(
      `Le courrier est gardé dans ${config.dataDir}/mails ; pour le lire : ${config.publicUrl}${operatorLink()}`,
    )
}

async function stop(): Promise<void> {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close()
}

/** One sentence for whoever started the program; anything we did not foresee keeps its whole story. */
function sentenceFor(cause: unknown): string {
  if (cause instanceof ConfigError || cause instanceof CatalogueFault) return cause.message
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  if (code === 'EADDRINUSE')
    return 'Ce port est déjà pris sur cette machine : arrêtez l’autre programme, ou changez PORT.'
  if (code === 'EACCES') return 'Ce port demande d’autres droits : choisissez PORT au-dessus de 1024.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'La base de DATABASE_URL ne répond pas.'
  if (code === '28P01' || code === '28000') return 'La base de DATABASE_URL refuse ce nom ou ce secret.'
  if (code === '3D000') return 'La base nommée dans DATABASE_URL n’existe pas.'
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

async function leave(code: number): Promise<never> {
  await stop().catch((cause: unknown) => process.stderr.write(`${sentenceFor(cause)}\n`))
  process.exit(code)
}

let leaving = false
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (leaving) process.exit(1) // asked twice: at once
    leaving = true
    void leave(0)
  })

start().catch((cause: unknown) => {
  process.stderr.write(`${sentenceFor(cause)}\n`)
  leaving = true
  void leave(1)
})
