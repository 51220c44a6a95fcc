import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { tokenHash } from '#platform/http/session-cookie.ts'
import type { PersonaName } from '../world/personas.ts'
import type { World } from '../world/world.ts'

/** What becomes of a request, as far as access goes. */
export type Answer = 'in' | 'role' | 'none' | 'sign-in' | 'locked' | 'confirm' | `fault ${number}`

const PEOPLE = [
  'chief',
  'commanderA',
  'sergeantA',
  'officerB',
  'member',
  'analyst',
  'administrator',
  'auditor',
  'custodian',
  'inspectionLead',
  'reviewer',
  'visitingInspector',
  'partner',
] as const satisfies readonly PersonaName[]

/** Everybody who comes to a door: people in their postings, then nobody, a locked screen and a leaver. */
export const VISITORS = [...PEOPLE, 'public', 'locked', 'left'] as const
export type Visitor = (typeof VISITORS)[number]

export interface Asked {
  /** "GET", "POST" */
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Sends a request as the visitor, in a session made for it alone. */
export async function visit(server: FastifyInstance, world: World, visitor: Visitor, asked: Asked): Promise<Answer> {
  const token = await tokenOf(world, visitor)
  return answerOf(await send(server, world, token, asked))
}

/** The same as somebody who is let in but proved who they are six minutes ago. */
export async function visitWithOldProof(
  server: FastifyInstance,
  world: World,
  visitor: Visitor,
  asked: Asked,
): Promise<Answer> {
  const token = await tokenOf(world, visitor)
  if (token !== null)
    await world.owner(`UPDATE session SET proved_at = proved_at - interval '6 minutes' WHERE token_hash = $1`, [
      tokenHash(token),
    ])
  return answerOf(await send(server, world, token, asked))
}

async function tokenOf(world: World, visitor: Visitor): Promise<string | null> {
  if (visitor === 'public') return null
  if (visitor === 'left') return world.token('leaver')
  if (visitor !== 'locked') return world.token(visitor)
  const token = await world.token('sergeantA')
  await world.owner('UPDATE session SET locked_at = seen_at WHERE token_hash = $1', [tokenHash(token)])
  return token
}

async function send(server: FastifyInstance, world: World, token: string | null, { method, path, body }: Asked) {
  const cookies = token === null ? {} : { fp_session: token }
  if (method === 'GET') return server.inject({ method: 'GET', url: path, cookies })
  const csrf = token === null ? '' : await csrfOf(world, token)
  const api = path.startsWith('/api/')
  return server.inject({
    method: 'POST',
    url: path,
    cookies,
    headers: api ? { 'x-csrf-token': csrf } : { 'content-type': 'application/x-www-form-urlencoded' },
    payload: api ? body : new URLSearchParams({ ...textOf(body), _csrf: csrf }).toString(),
  })
}

function textOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
}

async function csrfOf(world: World, token: string): Promise<string> {
  const sql = 'SELECT csrf_token FROM session WHERE token_hash = $1'
  const rows = await world.owner<{ csrf_token: string }>(sql, [tokenHash(token)])
  return rows[0]?.csrf_token ?? ''
}

const DOORS = { '/sign-in': 'sign-in', '/locked': 'locked', '/confirm': 'confirm' } as const

function answerOf(response: LightMyRequestResponse): Answer {
  const status = response.statusCode
  if (status === 401) return reasonOf(response.json<{ reason?: string }>().reason)
  if (status === 403) return 'role'
  if (status === 404) return 'none'
  const door = (response.headers.location ?? '').split('?')[0] ?? ''
  if (status === 303 && door in DOORS) return DOORS[door as keyof typeof DOORS]
  // Past the door: whatever was wrong with the request was said by the work itself.
  return status < 500 || status === 503 ? 'in' : `fault ${status}`
}

function reasonOf(reason: string | undefined): Answer {
  if (reason === 'locked') return 'locked'
  return reason === 'step-up' ? 'confirm' : 'sign-in'
}
