import type { AuditEntry } from '#platform/audit/entry.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Attempt } from '#platform/access/attempts.ts'
import { findAccount, identityReference, type Identity } from '#platform/access/identities.ts'
import { PUBLIC_READER } from '#platform/access/reader.ts'
import { findSession, proveSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { sessionHash } from '#platform/http/session-cookie.ts'
import { door, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { somebodyElsePage } from '../pages/somebody-else.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { doer, record } from '../record.ts'

/** Fresh proof for a session that is there already: unlocks it, or confirms who it is. Only its own person's proof counts. */
export async function prove(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  attempt: Attempt,
  identity: Identity,
): Promise<unknown> {
  const result = await asGate(signIn.store, async (client, now) => {
    const session = await findSession(client, sessionHash(request), now)
    const asked = attempt.sessionHash
    if (session === null || asked === null || session.state === 'ended' || !Buffer.from(asked).equals(session.hash))
      return 'gone'
    const account = await findAccount(client, identity, now)
    const same = account?.id === session.account
    if (same) await proveSession(client, session.hash, now)
    // In the name of whoever proved themselves, which is not always the person whose screen it is.
    const by = same
      ? doer(session)
      : account === null
        ? PUBLIC_READER
        : doer({ ...account, account: account.id, posting: null })
    const stranger = account === null ? [{ kind: 'identity', id: identityReference(identity) }] : []
    const entry: AuditEntry = {
      event: EVENTS[attempt.purpose],
      outcome: same ? 'done' : 'refused',
      subjects: [{ kind: 'account', id: session.account }, ...stranger],
      detail: same ? {} : { reason: 'somebody-else' },
    }
    await record(client, request, now, entry, by)
    return same ? 'done' : { name: session.name }
  })
  if (result === 'gone') return reply.redirect(door('/sign-in', attempt.returnTo), 303)
  if (result === 'done') return reply.redirect(attempt.returnTo, 303)
  return sendPlain(signIn, request, reply, somebodyElsePage(result.name, attempt))
}
