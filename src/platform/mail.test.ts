import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clock } from './clock.ts'
import { keptMails, mailer, type MailSettings } from './mail.server.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'coopere-mails-'))
const received: { mail: ParsedMail; to: string[] }[] = []
const relay = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    void simpleParser(stream).then((mail) => {
      received.push({ mail, to: session.envelope.rcptTo.map(({ address }) => address) })
      done()
    })
  },
})
let settings: MailSettings

beforeAll(async () => {
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening))
  const { port } = relay.server.address() as AddressInfo
  settings = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Coop-Ère <bonjour@voisins.fr>',
    publicUrl: 'https://voisins.fr',
    dataDir,
  }
})
beforeEach(() => {
  received.length = 0
})
afterAll(async () => {
  await new Promise<void>((closed) => relay.close(closed))
  rmSync(dataDir, { recursive: true })
})

const letter = {
  to: 'odette@exemple.fr',
  subject: 'L’été au 3ᵉ café',
  text: 'Bonjour Odette,\n« à samedi »\n',
}

test('une lettre arrive en texte, en français, au nom de l’association', async () => {
  const post = mailer(settings)
  await post.deliver('01-lettre', letter)
  post.close()
  const [{ mail, to } = { mail: null, to: [] }] = received
  expect(to).toEqual(['odette@exemple.fr'])
  expect(mail?.subject).toBe(letter.subject)
  expect(mail?.text?.trim()).toBe(letter.text.trim())
  expect(mail?.html).toBe(false)
  expect(mail?.from?.text).toBe('"Coop-Ère" <bonjour@voisins.fr>')
  expect(mail?.messageId).toBe('<01-lettre@voisins.fr>')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
})

test('une lettre tentée deux fois porte le même numéro', async () => {
  const post = mailer(settings)
  await post.deliver('01-deux', letter)
  await post.deliver('01-deux', letter)
  post.close()
  expect(new Set(received.map(({ mail }) => mail.messageId))).toEqual(new Set(['<01-deux@voisins.fr>']))
})

test('personne ne glisse un second destinataire dans un sujet ni dans une adresse', async () => {
  const post = mailer(settings)
  await post.deliver('01-sujet', { ...letter, subject: 'Bonjour\r\nBcc: espion@exemple.fr\r\n\r\nsuite' })
  expect(received[0]?.to).toEqual(['odette@exemple.fr'])
  expect(received[0]?.mail.bcc).toBeUndefined()
  expect(received[0]?.mail.subject).toBe('Bonjour Bcc: espion@exemple.fr suite')
  for (const to of [
    'odette@exemple.fr\r\nBcc: espion@exemple.fr',
    'odette@exemple.fr, espion@exemple.fr',
    'Odette <odette@exemple.fr>',
    'odette@exemple.fr;espion@exemple.fr',
    '"a@b"@exemple.fr',
    'odette',
  ])
    await expect(post.deliver('01-adresse', { ...letter, to })).rejects.toThrow('not an address')
  post.close()
  expect(received).toHaveLength(1)
})

test('sans serveur de courrier, la lettre attend sur disque, une fois, lisible par nous seuls', async () => {
  const post = mailer({ ...settings, smtpUrl: null })
  await clock.at(new Date('2026-11-28T09:00:00Z'), () => post.deliver('02-a', letter))
  await clock.at(new Date('2026-11-28T10:00:00Z'), () => post.deliver('02-a', letter))
  await clock.at(new Date('2026-11-28T11:00:00Z'), () =>
    post.deliver('02-b', { ...letter, subject: 'La suite' }),
  )
  const folder = join(dataDir, 'mails')
  expect(readdirSync(folder).sort()).toEqual([
    '2026-11-28T09-00-00.000Z-02-a.eml',
    '2026-11-28T09-00-00.000Z-02-a.json',
    '2026-11-28T11-00-00.000Z-02-b.eml',
    '2026-11-28T11-00-00.000Z-02-b.json',
  ])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  const kept = await simpleParser(readFileSync(join(folder, '2026-11-28T09-00-00.000Z-02-a.eml')))
  expect([kept.subject, kept.text?.trim()]).toEqual([letter.subject, letter.text.trim()])
  expect(await keptMails(dataDir)).toEqual([
    { id: '02-b', date: '2026-11-28T11:00:00.000Z', ...letter, subject: 'La suite' },
    { id: '02-a', date: '2026-11-28T09:00:00.000Z', ...letter },
  ])
})

test('aucun message n’attend tant que rien n’a été écrit', async () => {
  expect(await keptMails(join(dataDir, 'ailleurs'))).toEqual([])
})
