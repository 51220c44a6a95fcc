import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PUBLIC_READER } from '#platform/access/reader.ts'
import type { Who } from '#platform/db/transaction.ts'

const NAME = 'fp_session'

/** A new session token, and the hash under which it is kept. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Who a request says it is from: its session, or the public. Whether the session is good is found out with the work. */
export function whoAsks(request: FastifyRequest): Who {
  const token = request.cookies[NAME]
  if (token === undefined || token === '') return { reader: PUBLIC_READER }
  return { session: tokenHash(token), passive: request.headers['x-passive'] === '1' }
}

declare module 'fastify' {
  interface FastifyInstance {
    provenSessions: ProvenSessions
  }
}

/** Sessions that opened a transaction here lately: only these have a limit of requests of their own. */
export interface ProvenSessions {
  add(this: void, hash: Uint8Array): void
  has(this: void, hash: Uint8Array): boolean
}

/** Holds the latest `most`. */
export function provenSessions(most = 50_000): ProvenSessions {
  const proven = new Set<string>()
  const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url')
  return {
    add(hash) {
      const key = keyOf(hash)
      if (proven.has(key)) return
      proven.add(key)
      const [oldest] = proven
      if (proven.size > most && oldest !== undefined) proven.delete(oldest)
    },
    has: (hash) => proven.has(keyOf(hash)),
  }
}

/** The hash of the session cookie, or null. */
export function sessionHash(request: FastifyRequest): Buffer | null {
  const token = request.cookies[NAME]
  return token === undefined || token === '' ? null : tokenHash(token)
}

export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(NAME, token, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, { path: '/' })
}
