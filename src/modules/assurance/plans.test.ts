import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '#platform/db/transaction.ts'
import { withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { auditSearch, type EntryPlace } from './queries/audit-filter.ts'
import { linesStatement } from './queries/audit-lines.ts'
import { inRole } from './testing/asking.ts'

/** Lines over all four months that have a partition, two thousand subjects, a thousand readers. */
const ROWS = 300_000
const world = withJobWorld([])
const NOBODY = { kind: null, subject: null, event: null, outcome: null, from: null, to: null }
const ANYBODY = '00000000-0000-0000-0000-000000000007'

beforeAll(async () => {
  const at = `month + n * (month + interval '4 months' - month) / ${ROWS + 1}`
  const from = `generate_series(1, ${ROWS}) AS n, (SELECT date_trunc('month', now(), 'UTC') AS month) AS this`
  await world().owner.query(`
    INSERT INTO audit_event (id, at, era, xact, event, outcome, principal, account_id, purpose, origin, request_id)
    SELECT n, ${at}, 1, '1', 'document.opened', 'done', 'staff',
      ('00000000-0000-0000-0000-' || lpad((n % 1000)::text, 12, '0'))::uuid, 'neighbourhood review', '127.0.0.1', 'made'
    FROM ${from};
    INSERT INTO audit_subject (at, audit_id, kind, subject) SELECT ${at}, n, 'document', (n % 2000)::text FROM ${from};
    ANALYZE audit_event; ANALYZE audit_subject`)
}, 120_000)

/** The plan of the very statement of the page, as an auditor, under row-level security; one line for each way in. */
async function waysIn(search: string): Promise<string> {
  const request = { requestId: 'test', purpose: 'a test', origin: 'test' }
  const lines = await transaction(world().store, { reader: inRole(world(), 'auditor') }, request, async (entered) => {
    const { client } = await entered.open()
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${linesStatement(search, 5)}`)
    return { value: rows.map((row) => row['QUERY PLAN']), audit: [] }
  })
  const scans = lines.flatMap((line) => /(?:\w+ )+Scan.* on audit_\w+/.exec(line)?.[0] ?? [])
  return `${[...new Set(scans.map((scan) => scan.replaceAll(/_20\d\d_\d\d/g, '_YYYY_MM')))].toSorted().join('\n')}\n`
}

const place: EntryPlace = { moment: String((Date.now() + 40 * 86_400_000) * 1000), id: '500000' }

describe('a page of the audit walks an index, however long the log is', () => {
  test.each([
    ['by-subject', { ...NOBODY, kind: 'document', subject: '77' }, null, null],
    ['by-subject-further-on', { ...NOBODY, kind: 'document', subject: '77' }, null, place],
    ['by-reader', NOBODY, ANYBODY, null],
    ['by-reader-further-on', NOBODY, ANYBODY, place],
    ['by-day', { ...NOBODY, from: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) }, null, null],
  ])('%s', async (name, filter, account, before) => {
    const ways = await waysIn(auditSearch(filter, account, before, 51, world().clock.now()))
    expect(ways).not.toContain('Seq Scan')
    await expect(ways).toMatchFileSnapshot(`plans/${name}.txt`)
  })

  test('and is there at once', async () => {
    const statement = linesStatement(
      auditSearch({ ...NOBODY, kind: 'document', subject: '77' }, null, null, 51, world().clock.now()),
      5,
    )
    const { rows } = await world().owner.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
    )
    expect(rows[0]?.['QUERY PLAN'][0]['Execution Time']).toBeLessThan(150)
  })
})
