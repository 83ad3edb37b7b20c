import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { clock } from './clock.ts'

/** A letter to one person: French, text, no picture, nothing that tells who opened it. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

export type Mailer = {
  /** Sends once for this id: tried again, it carries the same Message-ID, which mailboxes recognise. */
  readonly deliver: (id: string, mail: Mail) => Promise<void>
  readonly close: () => void
}

export type MailSettings = {
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly publicUrl: string
  readonly dataDir: string
}

/** A mail that waits on disk because no mail server was named. */
export type KeptMail = Mail & { readonly id: string; readonly date: string }

export const mailer = (settings: MailSettings): Mailer =>
  settings.smtpUrl === null ? folderMailer(settings) : smtpMailer(settings.smtpUrl, settings)

/** The mails kept on disk, newest first; at most `most` of them. */
export async function keptMails(dataDir: string, most = 200): Promise<KeptMail[]> {
  const names = await readdir(mailFolder(dataDir)).catch(() => [])
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
  return Promise.all(newest.slice(0, most).map((name) => readKept(join(mailFolder(dataDir), name))))
}

function smtpMailer(smtpUrl: string, settings: MailSettings): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: async (id, mail) => void (await transport.sendMail(envelope(id, mail, settings))),
    close: () => transport.close(),
  }
}

// Written beside the .eml, a small .json spares the technician's page from decoding MIME.
function folderMailer(settings: MailSettings): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async deliver(id, mail) {
      const folder = mailFolder(settings.dataDir)
      const date = clock.now().toISOString()
      const { message } = await transport.sendMail(envelope(id, mail, settings))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const names = await readdir(folder)
      if (names.some((name) => name.endsWith(`-${id}.json`))) return
      const base = join(folder, `${date.replaceAll(':', '-')}-${id}`)
      await writeWhole(`${base}.eml`, message)
      await writeWhole(`${base}.json`, JSON.stringify({ id, date, ...plain(mail) } satisfies KeptMail))
    },
    close: () => transport.close(),
  }
}

function envelope(id: string, mail: Mail, settings: MailSettings): SendMailOptions {
  const { to, subject, text } = plain(mail)
  return {
    from: settings.mailFrom,
    to: { name: '', address: to }, // an object, so that no comma or bracket is ever read as a list
    subject,
    text,
    date: clock.now(),
    messageId: `<${id}@${new URL(settings.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

// A line break in a header would let its writer add another one (trust.md T26): none is left.
function plain({ to, subject, text }: Mail): Mail {
  if (!/^[^\s\p{Cc}<>(),;:"[\]\\@]+@[^\s\p{Cc}<>(),;:"[\]\\@]+$/u.test(to))
    throw new Error('not an address to write to')
  return { to, subject: subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), text }
}

const mailFolder = (dataDir: string): string => join(dataDir, 'mails')

async function writeWhole(path: string, content: Parameters<typeof writeFile>[1]): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

async function readKept(path: string): Promise<KeptMail> {
  const kept: unknown = JSON.parse(await readFile(path, 'utf8'))
  const text = (key: string): string => {
    const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, key) : undefined
    return typeof value === 'string' ? value : ''
  }
  return { id: text('id'), date: text('date'), to: text('to'), subject: text('subject'), text: text('text') }
}
