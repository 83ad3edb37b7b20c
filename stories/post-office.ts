import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { sendCode, SEND_CODE } from '#domain/access/sign-in.acts.server.ts'
import { ownerConnection } from '#platform/db.server.ts'
import { startJobs, stopJobs } from '#platform/jobs.server.ts'
import { mailer } from '#platform/mail.server.ts'

// A real mail server on this machine, and the real queue that writes to it.

export type PostOffice = {
  /** The text of the newest letter to this address, waiting for it if needed; each letter is given once. */
  readonly letterTo: (address: string) => Promise<string>
  readonly close: () => Promise<void>
}

export async function openPostOffice(publicUrl: string): Promise<PostOffice> {
  const letters: { to: string; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo)
          letters.push({ to: address.toLowerCase(), text: mail.text ?? '' })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const settings = { mailFrom: 'Coop-Ère <bonjour@exemple.fr>', publicUrl, dataDir: 'var/stories' }
  const letterBox = mailer({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` })
  await startJobs({
    owner: ownerConnection(),
    mailer: letterBox,
    handlers: { [SEND_CODE]: sendCode(publicUrl) },
    onTrouble: () => undefined,
  })
  return {
    letterTo: (address) => waitFor(letters, address),
    close: async () => {
      await stopJobs()
      letterBox.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function waitFor(letters: { to: string; text: string }[], address: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const at = letters.findLastIndex((letter) => letter.to === address)
    const [letter] = at < 0 ? [] : letters.splice(at, 1)
    if (letter) return letter.text
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no letter for ${address}`)
}
