import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import type { JobContext } from '#platform/jobs/define.ts'

/** What an import needs of whoever runs it: a job's own context will do, or one made from a store. */
export type ImportContext = Pick<JobContext, 'transaction'>

/** A file to import; opened once, when its turn comes. */
export interface ImportFile {
  readonly name: string
  open(): Readable | Promise<Readable>
}

/** The context of an import that is run from the command line: the system does it, and the audit says from where. */
export function importContext(store: Store, as: `system:${string}`, origin: string): ImportContext {
  const request = { requestId: randomUUID(), purpose: 'administration', origin }
  return {
    transaction: (work) =>
      transaction(store, { reader: systemReader(as) }, request, async (entered) => work(await entered.open())),
  }
}
