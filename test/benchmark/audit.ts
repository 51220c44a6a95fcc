import { join } from 'node:path'
import { startSealer } from '#platform/audit/sealer.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { figure, median, type Figure } from './figure.ts'
import { withMeasuredStore } from './measured-store.ts'

const ROUNDS = 4
const ROUND_MS = 4_000
const WRITERS = 16
const SEALER_SECONDS = 1

/** Audit rows a second, each with one subject and in a transaction of its own, with the sealer at work and without. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('audit', async ({ dataFolder, store, owner, bytes }) => {
    const headsFile = join(dataFolder, 'seal-heads.jsonl')
    const log = { error: (details: object, message: string) => console.error(message, details) }
    const withSealer = async (): Promise<number> => {
      const sealer = startSealer({ store, headsFile, seconds: SEALER_SECONDS, log })
      const rate = await writeFor(store, ROUND_MS)
      await sealer.stop()
      return rate
    }
    const rounds: { without: number; with: number }[] = []
    // Both sides in each round, so that a busy machine weighs on both; the first warms up.
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ without: await writeFor(store, ROUND_MS), with: await withSealer() })
    const { rows } = await owner.pool.query<{ rows: number; sealed: number }>(
      `SELECT (SELECT count(*) FROM audit_event)::int AS rows,
        (SELECT coalesce(sum(row_count), 0) FROM audit_seal)::int AS sealed`,
    )
    const measured = rounds.slice(1)
    return [
      figure({
        part: 'audit',
        name: 'Audit rows, sealer at work',
        value: median(measured.map((round) => round.with)),
        unit: 'rows/s',
        against: { reference: 'the same without a sealer', value: median(measured.map((round) => round.without)) },
        rows: rows[0]?.rows ?? 0,
        role: 'system:benchmark, fp_service',
        storeBytes: await bytes(),
        note: `${WRITERS} writers, a transaction and a subject each, fsync; ${rows[0]?.sealed ?? 0} rows sealed, a round every ${SEALER_SECONDS} s`,
      }),
    ]
  })
}

/** Rows a second over that time. */
async function writeFor(store: Store, milliseconds: number): Promise<number> {
  const started = performance.now()
  let rows = 0
  const write = async (): Promise<void> => {
    while (performance.now() - started < milliseconds) {
      await writeOne(store, rows)
      rows++
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return rows / ((performance.now() - started) / 1_000)
}

async function writeOne(store: Store, id: number): Promise<void> {
  const request = { requestId: 'benchmark', purpose: 'benchmark', origin: 'benchmark' }
  await transaction(store, { reader: systemReader('system:benchmark') }, request, async ({ open }) => {
    await open()
    return {
      value: undefined,
      audit: [{ event: 'document.opened', outcome: 'done', subjects: [{ kind: 'document', id }] }],
    }
  })
}
