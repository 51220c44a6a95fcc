import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'

/** Runs work as what computes measures does, in a transaction of its own. */
export async function asMeasures<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(
    store,
    { reader: systemReader('system:measures') },
    { requestId: 'test', origin: 'test', purpose: 'measures' },
    async (entered) => ({ value: await work(await entered.open()), audit: [] }),
  )
}
