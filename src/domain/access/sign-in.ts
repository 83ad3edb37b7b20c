import { ok, refused, type Result } from '#platform/result.ts'

// Entering asks for an address and sends there a code of six digits: good once, for ten minutes, on the very
// browser that asked. Nothing on the way tells whether an address is known (trust.md T17 and T18).

export const CODE_MINUTES = 10
export const MOST_TRIES = 5

/** What is kept of someone asking to enter; `accountId` stays null when the address is nobody's. */
export type SignInRequest = {
  readonly id: string
  readonly accountId: string | null
  readonly codeHash: Buffer
  readonly tries: number
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** What someone may be once they have proved an address. */
export type Place =
  | {
      readonly kind: 'resident'
      readonly sectorId: string
      readonly sectorName: string
      readonly personId: string
      readonly firstName: string
    }
  | { readonly kind: 'companion'; readonly companionId: string; readonly name: string }

export type AskRefusal = 'not-an-address' | 'too-often'
export type CodeRefusal =
  'other-browser' | 'too-late' | 'used' | 'too-many-tries' | 'wrong-code' | 'not-a-code' | 'too-often'
export type PlaceRefusal = 'not-yours' | 'nothing-chosen'

/** Whether this code, typed in this browser, lets the owner of the address in. */
export function judgeCode(
  request: SignInRequest | null,
  isSameCode: boolean,
  now: Date,
): Result<{ readonly accountId: string }, CodeRefusal> {
  if (request === null) return refused('other-browser')
  if (request.usedAt !== null) return refused('used')
  if (now >= request.expiresAt) return refused('too-late')
  if (request.tries >= MOST_TRIES) return refused('too-many-tries')
  if (!isSameCode || request.accountId === null) return refused('wrong-code')
  return ok({ accountId: request.accountId })
}

export const endOfCode = (now: Date): Date => new Date(now.getTime() + CODE_MINUTES * 60_000)

/** How « Qui êtes-vous ? » names a place in its answers; compared with the list, never taken apart. */
export const nameOfPlace = (place: Place): string =>
  place.kind === 'resident' ? `${place.sectorId}.${place.personId}` : place.companionId
