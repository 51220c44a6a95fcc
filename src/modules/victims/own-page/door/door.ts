import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { endVictimSession, victimReader } from '#platform/access/victim-session.ts'
import { auditStatement } from '#platform/audit/entry.ts'
import { asGate } from '#platform/db/gate.ts'
import { readFormBody } from '#platform/forms/body.ts'
import { OWN } from '../addresses.ts'
import { EN } from '../catalogue/en.ts'
import { readCode } from '../rules/vcp02-link.ts'
import { doorView } from '../views/door.tsx'
import { PAGE_PURPOSE } from '../whose.ts'
import { clearOwnSession, fitsDoor, newDoor, ownSessionHash, setOwnSession } from './cookies.ts'
import type { OwnPageDeps } from './deps.ts'
import { takeCode, type Taken } from './take-code.ts'
import { tellLocked } from './tell-locked.ts'

/** Milliseconds after which a code is answered, whatever came of it: more than all the work behind it takes. */
const ANSWER_AFTER = 700

/**
 * GET /your-case/:token: asks for the code. Asks the database nothing, so that it has nothing to tell of the link, and no scanner of
 * mail uses it up. A session that this browser had is forgotten: whoever opens a link sees no other case by it.
 */
export function showDoor(deps: OwnPageDeps, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendDoor(deps, reply, false)
}

/** POST /your-case/:token: one answer, after the same time, to a wrong code, a used link and one that never was. */
export async function tryCode(deps: OwnPageDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const started = performance.now()
  const taken = await takeOrNothing(deps, request)
  if (taken.kind === 'refused' && taken.locked !== null)
    await tellLocked(deps.store, request, taken.locked).catch((error: unknown) =>
      request.log.error({ err: error }, 'nobody could be told that a link is locked'),
    )
  await sleep(Math.max(0, started + ANSWER_AFTER - performance.now()))
  if (taken.kind === 'refused') return sendDoor(deps, reply, true)
  setOwnSession(reply, taken.token, deps.secure)
  return reply.redirect(OWN, 303)
}

async function takeOrNothing({ store }: OwnPageDeps, request: FastifyRequest): Promise<Taken> {
  const { controls, answers } = readFormBody(request.body)
  if (!fitsDoor(request, controls.csrf)) return { kind: 'refused', locked: null }
  const params: unknown = request.params
  const token = typeof params === 'object' && params !== null && 'token' in params ? String(params.token) : ''
  return takeCode(store, request, token, readCode(answers['code']))
}

function sendDoor({ assets, secure }: OwnPageDeps, reply: FastifyReply, refused: boolean): FastifyReply {
  clearOwnSession(reply, secure)
  const html = doorView({ assets, words: EN }, { csrf: newDoor(reply, secure), refused })
  return reply
    .code(refused ? 403 : 200)
    .type('text/html; charset=utf-8')
    .send(html)
}

/** GET /your-case/leave: ends the session and goes away, whether or not there was one, and whatever else is broken. */
export async function leave(deps: OwnPageDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const hash = ownSessionHash(request)
  if (hash !== null)
    await endAndRecord(deps, request, hash).catch((error: unknown) =>
      request.log.error({ err: error }, 'a session of a victim could not be ended'),
    )
  clearOwnSession(reply, deps.secure)
  return reply.redirect(deps.exitAddress, 303)
}

async function endAndRecord({ store }: OwnPageDeps, request: FastifyRequest, hash: Uint8Array): Promise<void> {
  await asGate(store, async (client, now) => {
    const victim = await endVictimSession(client, hash, now)
    if (victim === null) return
    const context = { requestId: request.id, purpose: PAGE_PURPOSE, origin: request.ip }
    const entry = { event: 'victim-page.left', outcome: 'done', subjects: [{ kind: 'victim', id: victim }] } as const
    await client.query(auditStatement(entry, victimReader(victim), context, now))
  })
}
