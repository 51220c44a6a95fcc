import type { Reader } from '#platform/access/reader.ts'
import type { JobWorld } from '#platform/jobs/testing/job-world.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import { run } from '#platform/operations/run.ts'
import type { z } from 'zod'

/** PS Ellis in another role. */
export const inRole = (world: JobWorld, ...roles: string[]): Reader => ({ ...world.ellis, roles })

/** Runs an operation as somebody, as a request does. */
export function asked<I extends z.ZodType, O extends z.ZodType>(
  world: JobWorld,
  reader: Reader,
  operation: Query<string, I, O> | Command<string, I, O>,
  input: unknown,
): Promise<z.output<O>> {
  return run(world.store, operation, { who: { reader }, request: { requestId: 'test', origin: 'test' }, input })
}

/** Adds an account, perhaps one that has left. Gives its id. */
export async function addAccount(
  { owner }: JobWorld,
  account: { readonly id: string; readonly name: string; readonly number?: string; readonly leftAt?: Date },
): Promise<string> {
  await owner.query(
    `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number, left_at)
    SELECT $1::uuid, 'test', $1::text, 'staff', id, $2, $3, $4 FROM agency`,
    [account.id, account.name, account.number ?? null, account.leftAt ?? null],
  )
  return account.id
}
