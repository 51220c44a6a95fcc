import { randomUUID } from 'node:crypto'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { computeMeasure, type ComputedMeasure } from './compute.ts'
import type { Measures } from './registry.ts'

/** Computes every measure at once, each in a transaction of its own, and says so in the audit: where no job is waited for. */
export async function computeMeasures(
  store: Store,
  measures: Measures,
  origin: string,
): Promise<readonly ComputedMeasure[]> {
  const request = { requestId: randomUUID(), purpose: 'measures', origin }
  const done: ComputedMeasure[] = []
  for (const measure of measures.all)
    done.push(
      await transaction(store, { reader: systemReader('system:measures') }, request, async (entered) => {
        const value = await computeMeasure(await entered.open(), measure)
        return { value, audit: [entryOf(value)] }
      }),
    )
  return done
}

/** What the audit keeps of a measure that was computed. */
export function entryOf({ code, ...detail }: ComputedMeasure) {
  return { event: 'measure.computed', outcome: 'done', subjects: [{ kind: 'measure', id: code }], detail } as const
}
