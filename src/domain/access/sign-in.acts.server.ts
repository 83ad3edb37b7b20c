import { timingSafeEqual } from 'node:crypto'
import { record } from '#domain/journal/journal.acts.server.ts'
import { ASSOCIATION } from '#domain/journal/journal.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { newCode, newId, newToken } from '#platform/ids.server.ts'
import { queueJob, queueMail } from '#platform/jobs.server.ts'
import { keyedHash } from '#platform/keys.server.ts'
import { limiter } from '#platform/limits.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import type { Handler } from '#platform/sealed-work.server.ts'
import { addressHash, findAccount } from './account.store.server.ts'
import { endSession, openSession, sweepSessions } from './session.acts.server.ts'
import { choosingAccount } from './session.views.server.ts'
import type { OpenedSession } from './session.ts'
import { codeMail } from './sign-in.mails.ts'
import {
  countTry,
  deleteOldRequests,
  insertRequest,
  lockRequest,
  markUsed,
  nameAccount,
} from './sign-in.store.server.ts'
import {
  endOfCode,
  judgeCode,
  nameOfPlace,
  type AskRefusal,
  type CodeRefusal,
  type Place,
  type PlaceRefusal,
  type SignInRequest,
} from './sign-in.ts'
import { placesOf } from './sign-in.views.server.ts'

export const SEND_CODE = 'send-code'

// A table of twelve shares one sender. An address gets six codes an hour from all senders together, and one sender
// only three, then two an hour: nobody can drown a letter box, nor keep its owner out from another place.
const asksOfSender = limiter({ burst: 40, everySeconds: 15 })
const asksOfAddress = limiter({ burst: 6, everySeconds: 600 })
const asksOfAddressFromSender = limiter({ burst: 3, everySeconds: 1800 })
const triesOfSender = limiter({ burst: 60, everySeconds: 10 })

/** Entered: a session for the one place of the account, or one that only lets choose between several. */
export type Entered = { readonly session: OpenedSession; readonly place: Place | null }

/** Notes that someone asks to enter. Known or not, the same is done here; the rest happens after the answer. */
export async function askForCode(asked: {
  readonly address: string
  readonly sender: string
}): Promise<Result<{ readonly browser: string; readonly until: Date }, AskRefusal>> {
  const now = clock.now()
  if (asksOfSender.take(asked.sender, now) > 0) return refused('too-often')
  const request = { id: newId(), browser: newToken(), now, expiresAt: endOfCode(now) }
  const code = newCode(6)
  const payload = {
    request: request.id,
    address: asked.address,
    code,
    until: request.expiresAt.toISOString(),
    send: mayWrite(asked, now) ? 'yes' : 'no',
  }
  await outsideSectors(async (tx) => {
    await insertRequest(tx, { ...request, codeHash: codeHash(request.id, code) })
    await queueJob(tx, SEND_CODE, payload, request.id)
  })
  return ok({ browser: request.browser, until: request.expiresAt })
}

/** The job behind `askForCode`: writes to the address if it is that of someone who may enter. */
export const sendCode =
  (publicUrl: string): Handler =>
  async ({ request = '', address = '', code = '', until = '', send }) => {
    await outsideSectors(sweep)
    const account = await outsideSectors((tx) => findAccount(tx, address))
    if (account === null || send !== 'yes' || (await placesOf(account.id)).length === 0) return
    const letter = { ...codeMail(code, publicUrl), to: account.address }
    await outsideSectors(async (tx) => {
      await nameAccount(tx, request, account.id)
      await queueMail(tx, { ...letter, key: `code ${request}`, until: new Date(until) })
    })
  }

/** What comes with a typed code: the browser's secret, and the session it would replace. */
export type TypedCode = {
  readonly browser: string | null
  readonly code: string
  readonly sender: string
  readonly replaced: string | null
}

/** Checks a code typed in the browser that asked for it. */
export async function enterWithCode(typed: TypedCode): Promise<Result<Entered, CodeRefusal>> {
  const { browser } = typed
  if (triesOfSender.take(typed.sender, clock.now()) > 0) return refused('too-often')
  if (browser === null) return refused('other-browser')
  const judged = await outsideSectors((tx) => spendTry(tx, browser, typed.code))
  if (!judged.ok) return judged
  const { accountId } = judged.value
  const [only, ...others] = await placesOf(accountId)
  if (only === undefined) return refused('wrong-code')
  return ok(await enter(accountId, others.length === 0 ? only : null, typed.replaced))
}

/** Answers « Qui êtes-vous ? »; the choosing session ends and one of its own begins. */
export async function takePlace(token: string, name: string): Promise<Result<Entered, PlaceRefusal>> {
  const accountId = await choosingAccount(token)
  const places = accountId === null ? [] : await placesOf(accountId)
  const place = places.find((mine) => nameOfPlace(mine) === name)
  if (accountId === null || place === undefined) return refused('not-yours')
  return ok(await enter(accountId, place, token))
}

async function spendTry(
  tx: Tx,
  browser: string,
  code: string,
): Promise<Result<{ readonly accountId: string }, CodeRefusal>> {
  const now = clock.now()
  const request = await lockRequest(tx, browser)
  const judged = judgeCode(request, request !== null && isCodeOf(request, code), now)
  if (request !== null) await (judged.ok ? markUsed(tx, request.id, now) : countTry(tx, request.id))
  return judged
}

// A fresh secret each time someone becomes someone else; the one before opens nothing any more.
async function enter(accountId: string, place: Place | null, replaced: string | null): Promise<Entered> {
  const sectorId = place?.kind === 'resident' ? place.sectorId : ASSOCIATION
  const session = await withSector({ personId: null }, sectorId, async (tx) => {
    if (replaced !== null) await endSession(tx, replaced)
    if (place === null) return openSession(tx, { kind: 'choosing', accountId })
    await record(tx, { act: 'signed-in', by: { kind: place.kind, id: idAt(place) }, sectorId })
    return openSession(tx, holderOf(accountId, place))
  })
  return { place, session }
}

const idAt = (place: Place): string => (place.kind === 'resident' ? place.personId : place.companionId)

const holderOf = (accountId: string, place: Place) =>
  place.kind === 'resident'
    ? ({ kind: 'resident', accountId, sectorId: place.sectorId, personId: place.personId } as const)
    : ({ kind: 'companion', accountId, companionId: place.companionId } as const)

const codeHash = (requestId: string, code: string): Buffer => keyedHash('code', `${requestId} ${code}`)

const isCodeOf = (request: SignInRequest, code: string): boolean =>
  timingSafeEqual(request.codeHash, codeHash(request.id, code))

// The sender's share first: an ask that it refuses takes nothing from the address's own.
function mayWrite({ address, sender }: { address: string; sender: string }, now: Date): boolean {
  const key = addressHash(address).toString('base64url')
  return asksOfAddressFromSender.take(`${key} ${sender}`, now) === 0 && asksOfAddress.take(key, now) === 0
}

async function sweep(tx: Tx): Promise<void> {
  await deleteOldRequests(tx, clock.now())
  await sweepSessions(tx)
}
