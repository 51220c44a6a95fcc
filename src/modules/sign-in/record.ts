import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { PUBLIC_READER, type Principal, type Reader } from '#platform/access/reader.ts'
import { auditStatement, type AuditEntry } from '#platform/audit/entry.ts'

/** Somebody whose account is known, whether or not they get in. */
interface Known {
  readonly principal: Principal
  readonly account: string
  readonly name: string
  readonly posting: number | null
}

/** Whom the audit names for what happens at the doors. */
export function doer({ principal, account, name, posting }: Known): Reader {
  return { ...PUBLIC_READER, principal, account, name, posting }
}

/** Writes one entry in the gate's own transaction, with what it tells of. */
export async function record(
  client: pg.ClientBase,
  request: FastifyRequest,
  now: Date,
  entry: AuditEntry,
  by: Reader = PUBLIC_READER,
): Promise<void> {
  const context = { requestId: request.id, purpose: 'signing in', origin: request.ip }
  await client.query(auditStatement(entry, by, context, now))
}
