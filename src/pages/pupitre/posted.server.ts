import type { FastifyRequest } from 'fastify'
import { stuck } from '#platform/stuck.server.ts'
import { formBody } from '#platform/web.server.ts'

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An identifier of ours in the address; anything else leads nowhere. */
export function idNamed(request: FastifyRequest, name: string): string {
  const { params } = request
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : null
  if (!isId(value)) throw stuck('not-here')
  return value
}

/** The identifiers under one name of a form: none, one, or several boxes ticked. */
export function idsPosted(request: FastifyRequest, name: string): string[] {
  const value = formBody(request)[name]
  return (Array.isArray(value) ? value : [value]).filter(isId)
}

export function textPosted(request: FastifyRequest, name: string): string {
  const value = formBody(request)[name]
  return typeof value === 'string' ? value.trim() : ''
}

const isId = (value: unknown): value is string => typeof value === 'string' && shape.test(value)
