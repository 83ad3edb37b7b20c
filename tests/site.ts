import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { sendCode, SEND_CODE } from '#domain/access/sign-in.acts.server.ts'
import { ownerConnection } from '#platform/db.server.ts'
import { startJobs, stopJobs } from '#platform/jobs.server.ts'
import { mailer } from '#platform/mail.server.ts'
import { buildApp } from '../src/app.server.ts'

export type Site = {
  readonly app: FastifyInstance
  /** Letters that really arrived, by SMTP, in order. */
  readonly letters: ParsedMail[]
  /** A browser with its own cookies, on its own link. */
  readonly browser: (address?: string) => Browser
  /** Waits until this many letters arrived since the start. */
  readonly letter: (count: number) => Promise<ParsedMail>
  /** Waits until every queued work is done: nothing more will leave. */
  readonly quiet: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Browser = {
  readonly cookies: Map<string, string>
  readonly get: (url: string) => Promise<LightMyRequestResponse>
  readonly post: (url: string, fields?: Record<string, string>) => Promise<LightMyRequestResponse>
}

const publicUrl = 'http://localhost'

/** The whole site on the database of this file, with a real post office; nothing leaves the machine. */
export async function openSite(): Promise<Site> {
  const letters: ParsedMail[] = []
  const office = postOffice(letters)
  const port = await listening(office)
  const dataDir = mkdtempSync(join(tmpdir(), 'coopere-site-'))
  const app = await buildApp({ publicUrl, dataDir, logLevel: 'silent' })
  const letterBox = mailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Coop-Ère <bonjour@voisins.fr>',
    publicUrl,
    dataDir,
  })
  const troubles: unknown[] = []
  await startJobs({
    owner: ownerConnection(),
    mailer: letterBox,
    handlers: { [SEND_CODE]: sendCode(publicUrl) },
    onTrouble: (cause) => troubles.push(cause),
    lookEverySeconds: 0.5,
  })
  return {
    app,
    letters,
    browser: (address = '192.0.2.1') => browser(app, address),
    letter: (count) => arrived(letters, count),
    quiet,
    async close() {
      await app.close()
      await stopJobs()
      letterBox.close()
      await new Promise<void>((closed) => office.close(() => closed()))
      rmSync(dataDir, { recursive: true, force: true })
      if (troubles.length > 0) throw new AggregateError(troubles, 'jobs')
    },
  }
}

function browser(app: FastifyInstance, remoteAddress: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string) => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(cookies.size === 0
          ? {}
          : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      },
    })
    for (const { name, value, expires } of answer.cookies) {
      if (expires !== undefined && expires.getTime() === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    cookies,
    get: (url) => ask('GET', url),
    post: (url, fields = {}) => ask('POST', url, new URLSearchParams(fields).toString()),
  }
}

function postOffice(letters: ParsedMail[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      })
    },
  })
}

async function listening(office: SMTPServer): Promise<number> {
  await new Promise<void>((ready) => office.listen(0, '127.0.0.1', ready))
  const address = office.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function arrived(letters: readonly ParsedMail[], count: number): Promise<ParsedMail> {
  for (let waited = 0; waited < 10_000 && letters.length < count; waited += 20) await wait(20)
  const letter = letters[count - 1]
  if (letter === undefined) throw new Error(`only ${letters.length} letters arrived, not ${count}`)
  return letter
}

async function quiet(): Promise<void> {
  const owner = new pg.Client(ownerConnection())
  await owner.connect()
  try {
    for (let waited = 0; waited < 10_000; waited += 25) {
      const left = await owner.query(
        `SELECT FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name <> 'stranded'`,
      )
      if (left.rowCount === 0) return
      await wait(25)
    }
    throw new Error('work is still waiting')
  } finally {
    await owner.end()
  }
}

/** The six digits of a letter. */
export const codeIn = (letter: ParsedMail): string =>
  /\b(\d{3}) (\d{3})\b/
    .exec(letter.text ?? '')
    ?.slice(1)
    .join('') ?? ''
