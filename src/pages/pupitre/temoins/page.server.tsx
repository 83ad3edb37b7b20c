import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { vouchOnConsole } from '#domain/gatherings/vouch.acts.server.ts'
import { newcomersForWitness, witnessesAtTable } from '#domain/gatherings/vouch.views.server.ts'
import { vouchRefusals } from '#domain/gatherings/vouch.words.ts'
import { stuck } from '#platform/stuck.server.ts'
import { show } from '#platform/web.server.ts'
import { consoleOf, tellTable, type Console } from '../console.scope.server.ts'
import { seatRefusals } from '../console.words.ts'
import { idNamed, idsPosted, textPosted } from '../posted.server.ts'
import { OutcomeView } from './OutcomeView.tsx'
import { ConfirmView, type Confirming } from './ConfirmView.tsx'
import { WitnessView } from './WitnessView.tsx'

const refusals = {
  'not-open': seatRefusals['not-open'],
  'not-found': 'Ce voisin n’est pas assis à cette table.',
  'wrong-code': vouchRefusals['wrong-code'],
  'code-locked': vouchRefusals['code-locked'],
}

/** « Un voisin confirme ici »: the witness touches the people they met, then types their own four digits. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/temoins', async (request, reply) =>
    show(reply, <WitnessView held={await consoleOf(request)} />),
  )

  app.get('/pupitre/temoins/:witness', async (request, reply) => {
    const held = await consoleOf(request)
    return show(reply, <ConfirmView held={held} confirming={await confirmingOf(request, held)} />)
  })

  app.post('/pupitre/temoins/:witness', async (request, reply) => {
    const held = await consoleOf(request)
    const confirming = await confirmingOf(request, held)
    const newcomerIds = idsPosted(request, 'avec')
    if (newcomerIds.length === 0) return again(reply, held, confirming, { people: nobodyTouched })
    const typed = { witnessId: confirming.witness.personId, code: textPosted(request, 'code'), newcomerIds }
    const done = await vouchOnConsole(held.viewer, typed)
    if (!done.ok)
      return again(reply, held, { ...confirming, touched: newcomerIds }, { code: refusals[done.reason] })
    tellTable(held.viewer)
    return show(reply, <OutcomeView held={held} confirming={confirming} outcomes={done.value} />)
  })
}

const nobodyTouched = 'Touchez d’abord les prénoms des personnes avec qui vous avez parlé.'

// What was touched comes back, the four digits never do.
const again = (
  reply: FastifyReply,
  held: Console,
  confirming: Confirming,
  why: { people?: string; code?: string },
) => show(reply, <ConfirmView held={held} confirming={confirming} stuck={why} />, 422)

async function confirmingOf(request: FastifyRequest, { viewer }: Console): Promise<Confirming> {
  const witnessId = idNamed(request, 'witness')
  const witness = (await witnessesAtTable(viewer)).find(({ personId }) => personId === witnessId)
  if (witness === undefined) throw stuck('not-here')
  return { witness, newcomers: await newcomersForWitness(viewer, witnessId), touched: [] }
}
