import type { Typed } from './doorbell.server.ts'

/** What someone brings to the door: a word typed, or the square that their phone has read. */
export function whatIsTyped(sent: unknown): Typed | null {
  const square = textIn(sent, 'carre')
  if (square !== '') return { square }
  const word = textIn(sent, 'mot')
  return word === '' ? null : { word }
}

/** One field of a form or of an address, as text; empty when it is anything else. */
export function textIn(sent: unknown, name: string): string {
  const value: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : ''
  return typeof value === 'string' ? value.trim() : ''
}

/** Several boxes under one name come as a list, a single one as itself. */
export function listIn(sent: unknown, name: string): string[] {
  const value: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : []
  return [value].flat().filter((one): one is string => typeof one === 'string')
}
