import { tickerLag } from '#kernel/duties/tick.ts'
import { systemReader } from '#platform/access/reader.ts'
import { sealLag } from '#platform/audit/lag.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { look, well, wrong, type Finding } from './check.ts'

const MOST_LAG_SECONDS = 300

/** Whether the work behind the pages keeps up: the audit's seals, the job queues, the ticker of duties. */
export async function workChecks(store: Store): Promise<Finding[]> {
  return [
    await look('audit seals', () => asDoctor(store, seals)),
    await look('background work', () => asDoctor(store, jobs)),
    await look('duty ticker', () => asDoctor(store, ticker, ['system-clock'])),
  ]
}

function asDoctor(
  store: Store,
  examine: (tx: Tx) => Promise<Finding>,
  roles: readonly string[] = [],
): Promise<Finding> {
  const request = { requestId: 'doctor', purpose: 'looking after the installation', origin: 'command line' }
  return transaction(store, { reader: { ...systemReader('system:doctor'), roles } }, request, async ({ open }) => ({
    value: await examine(await open()),
    audit: [],
  }))
}

async function seals(tx: Tx): Promise<Finding> {
  const { unsealedRows: rows, seconds } = await sealLag(tx)
  if (seconds <= MOST_LAG_SECONDS) return well('audit seals', `${rows} entries wait for their seal.`)
  return wrong(
    'audit seals',
    `${rows} entries have waited for up to ${seconds.toFixed(0)} s: is a server running, or a transaction stuck?`,
  )
}

async function jobs(tx: Tx): Promise<Finding> {
  const [row] = rowsAs<{ failed: number }>(
    await tx.client.query(
      `SELECT count(*)::integer AS failed FROM job_run WHERE state = 'failed' AND ended_at > $1::timestamptz - interval '7 days'`,
      [tx.now],
    ),
  )
  const failed = row?.failed ?? 0
  if (failed === 0) return well('background work', 'Nothing failed for good in the last seven days.')
  return wrong(
    'background work',
    `${failed} failed for good in the last seven days: look at them under My work, Background work.`,
  )
}

async function ticker(tx: Tx): Promise<Finding> {
  const seconds = await tickerLag(tx)
  if (seconds <= MOST_LAG_SECONDS) return well('duty ticker', 'Whoever must be told of a duty has been told.')
  return wrong(
    'duty ticker',
    `Somebody should have been told of a duty ${seconds.toFixed(0)} s ago: is a server running, or its background work stuck?`,
  )
}
