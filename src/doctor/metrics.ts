import { tickerLag } from '#kernel/duties/tick.ts'
import { systemReader } from '#platform/access/reader.ts'
import { sealLag } from '#platform/audit/lag.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Metric } from '#platform/http/health.ts'

/** What to watch besides the connections: whether sealing and background work keep up. Counts only. */
export function workMetrics(store: Store): readonly Metric[] {
  const ask = (question: (tx: Tx) => Promise<number>) => (): Promise<number> => asCollector(store, question)
  return [
    {
      name: 'frankpledge_seal_lag_seconds',
      help: 'Age of the oldest line of the audit that waits for its seal',
      read: ask(async (tx) => (await sealLag(tx)).seconds),
    },
    {
      name: 'frankpledge_ticker_lag_seconds',
      help: 'Age of the oldest threshold of a duty that nobody was told of yet',
      read: () => asCollector(store, tickerLag, ['system-clock']),
    },
    {
      name: 'frankpledge_jobs_waiting',
      help: 'Background work that waits or is under way',
      read: ask((tx) => jobsIn(tx, `state IN ('waiting', 'running')`)),
    },
    {
      name: 'frankpledge_jobs_failed_7_days',
      help: 'Background work that failed for good in the last seven days',
      read: ask((tx) => jobsIn(tx, `state = 'failed' AND ended_at > now() - interval '7 days'`)),
    },
  ]
}

async function jobsIn(tx: Tx, condition: string): Promise<number> {
  const [row] = rowsAs<{ count: number }>(
    await tx.client.query(`SELECT count(*)::integer AS count FROM job_run WHERE ${condition}`),
  )
  return row?.count ?? 0
}

/** NaN while the database is away: the other numbers are wanted most then. */
function asCollector(
  store: Store,
  question: (tx: Tx) => Promise<number>,
  roles: readonly string[] = [],
): Promise<number> {
  const request = { requestId: 'metrics', purpose: 'looking after the installation', origin: 'metrics' }
  return transaction(store, { reader: { ...systemReader('system:doctor'), roles } }, request, async ({ open }) => ({
    value: await question(await open()),
    audit: [],
  })).catch(() => Number.NaN)
}
