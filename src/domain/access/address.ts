import { readEmail } from '#domain/residents/email.ts'

/** The address someone typed, tidied; null for what no letter could reach. */
export function plainAddress(typed: string): string | null {
  const read = readEmail(typed)
  return read.ok ? read.value : null
}
