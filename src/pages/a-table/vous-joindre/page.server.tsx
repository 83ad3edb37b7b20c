import type { FastifyInstance, FastifyRequest } from 'fastify'
import { giveContact } from '#domain/gatherings/review.acts.server.ts'
import { parseContact } from '#domain/residents/contact.form.ts'
import { fieldOf, type TypedContact } from '#domain/residents/contact.ts'
import { contactRefusals } from '#domain/residents/contact.words.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { seated, tellTable, type AtTableScope } from '../at-table.server.ts'
import { textIn } from '../door.form.ts'
import { ContactPage, type ShownContact } from './view.tsx'

/** « Vous joindre »: one way to be reached, which may need neither telephone nor e-mail. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/vous-joindre', async (request, reply) => {
    const scope = await reachable(request)
    return scope === null
      ? goTo(reply, '/a-table')
      : show(reply, <ContactPage scope={scope} typed={keptIn(scope)} />)
  })

  app.post('/a-table/vous-joindre', async (request, reply) => {
    const scope = await reachable(request)
    if (scope === null) return goTo(reply, '/a-table')
    const typed = typedIn(formBody(request))
    const read = parseContact(typed)
    if (!read.ok) {
      const stuck = { [fieldOf[read.reason]]: contactRefusals[read.reason] }
      return show(reply, <ContactPage scope={scope} typed={typed} stuck={stuck} />, 422)
    }
    // Between 15 and 17 one is always discreet (trust.md T19).
    const discreet = typed.discreet || scope.view.me?.band === '15-17'
    const given = await giveContact(scope.viewer, { ...read.value, firstLink: typed.firstLink, discreet })
    if (given.ok) tellTable(scope)
    return goTo(reply, '/a-table')
  })
}

/** A newcomer, once their choices are read again. */
async function reachable(request: FastifyRequest): Promise<AtTableScope | null> {
  const scope = await seated(request)
  const { seat, gathering } = scope?.view ?? {}
  if (scope === null || seat?.kind !== 'newcomer') return null
  return seat.reviewDone && ['review', 'witness', 'harvest'].includes(gathering?.phase ?? '') ? scope : null
}

const typedIn = (sent: unknown): TypedContact & ShownContact => ({
  way: textIn(sent, 'facon'),
  phone: textIn(sent, 'telephone'),
  email: textIn(sent, 'courriel'),
  firstLink: textIn(sent, 'premier-lien') !== '',
  discreet: textIn(sent, 'discret') !== '',
})

const keptIn = ({ view: { me } }: AtTableScope): ShownContact => ({
  way: me?.contact?.way ?? '',
  phone: me?.contact?.phone ?? '',
  email: me?.contact?.email ?? '',
  firstLink: me?.contact?.firstLink ?? false,
  discreet: me?.discreet ?? false,
})
