import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { tokenHash } from '#platform/http/session-cookie.ts'

const NAME = 'fp_browser'
const DAYS = 400

/** The hash of the secret by which this browser is known again; null when it has none yet. */
export function browserHash(request: FastifyRequest): Buffer | null {
  const secret = request.cookies[NAME]
  return secret === undefined || !/^[\w-]{43}$/.test(secret) ? null : tokenHash(secret)
}

/** The same, giving the browser a secret first where it has none. */
export function ensureBrowser(request: FastifyRequest, reply: FastifyReply, secure: boolean): Buffer {
  const known = browserHash(request)
  if (known !== null) return known
  const secret = randomBytes(32).toString('base64url')
  void reply.setCookie(NAME, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS * 86_400 })
  return tokenHash(secret)
}
