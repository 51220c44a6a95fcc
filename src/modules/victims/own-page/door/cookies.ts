import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { OWN } from '../addresses.ts'

/** Names that say nothing; sent to these pages and nowhere else. */
const SESSION = 'yc'
const DOOR = 'yd'

const settings = (secure: boolean) => ({ path: OWN, httpOnly: true, sameSite: 'strict', secure }) as const

/** The hash of the session that the browser says it has; null where it has none. */
export function ownSessionHash(request: FastifyRequest): Buffer | null {
  const token = request.cookies[SESSION]
  return token === undefined || token === '' ? null : tokenHash(token)
}

export function setOwnSession(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(SESSION, token, settings(secure))
}

export function clearOwnSession(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(SESSION, settings(secure))
}

/** Gives the browser a new secret of the door, and what its form must carry to fit it: nobody else’s page can send it. */
export function newDoor(reply: FastifyReply, secure: boolean): string {
  const secret = randomBytes(32).toString('base64url')
  void reply.setCookie(DOOR, secret, settings(secure))
  return fitting(secret)
}

export function fitsDoor(request: FastifyRequest, csrf: string | undefined): boolean {
  const secret = request.cookies[DOOR]
  if (secret === undefined || csrf === undefined) return false
  const [given, right] = [Buffer.from(csrf), Buffer.from(fitting(secret))]
  return given.length === right.length && timingSafeEqual(given, right)
}

function fitting(secret: string): string {
  return createHash('sha256').update(`door ${secret}`).digest('base64url')
}
