import type { Stranded } from '#platform/jobs.server.ts'
import type { KeptMail } from '#platform/mail.server.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'

const moment = new Intl.DateTimeFormat('fr', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})

/** The one-time link was opened: nothing is used up before this button. */
export function KeyView({ token }: { readonly token: string }) {
  return (
    <Page title="Côté technique" nav={publicNav}>
      <form method="post" action="/operateur" class="cadre etroit pile">
        <h1>Côté technique</h1>
        <p>
          Ce lien sert une fois. Il ouvre le courrier gardé sur cette machine, et rien de la vie des voisins.
        </p>
        <input type="hidden" name="cle" value={token} />
        <Button>Continuer</Button>
      </form>
    </Page>
  )
}

type DeskProps = { readonly mails: readonly KeptMail[]; readonly stranded: readonly Stranded[] }

/** What the technician sees: letters waiting on disk, and work given up. */
export function DeskView({ mails, stranded }: DeskProps) {
  return (
    <Page title="Côté technique" nav={publicNav}>
      <div class="cadre pile-large">
        <h1>Côté technique</h1>
        <section class="pile">
          <h2>Courrier gardé sur cette machine</h2>
          {mails.length === 0 && <p>Aucun message n’attend.</p>}
          <ul class="pile">
            {mails.map((mail) => (
              <li key={mail.id}>
                <a href={`/operateur/courrier/${mail.id}`}>
                  <Said>{mail.subject}</Said>
                </a>
                <br />
                {moment.format(new Date(mail.date))}, pour <Said>{mail.to}</Said>
              </li>
            ))}
          </ul>
        </section>
        <section class="pile">
          <h2>En souffrance</h2>
          {stranded.length === 0 && <p>Rien n’est resté en route.</p>}
          <ul class="pile">{stranded.map(strandedLine)}</ul>
        </section>
      </div>
    </Page>
  )
}

const strandedLine = ({ id, work, since }: Stranded) => (
  <li key={id}>
    <form method="post" action="/operateur/reprendre" class="rang">
      <span>
        <code>{work}</code>, depuis le {moment.format(since)}
      </span>
      <input type="hidden" name="id" value={id} />
      <LinkButton>Essayer encore</LinkButton>
    </form>
  </li>
)

/** One letter, as its reader would have it. */
export function MailView({ mail }: { readonly mail: KeptMail }) {
  return (
    <Page title="Un message" nav={publicNav}>
      <div class="cadre etroit pile">
        <h1>
          <Said>{mail.subject}</Said>
        </h1>
        <p>
          {moment.format(new Date(mail.date))}, pour <Said>{mail.to}</Said>
        </p>
        <pre>{mail.text}</pre>
        <p>
          <LinkButton href="/operateur">Tout le courrier</LinkButton>
        </p>
      </div>
    </Page>
  )
}
