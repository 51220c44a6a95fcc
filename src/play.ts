import pg from 'pg'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { computeMeasures } from '#kernel/measures/compute-all.ts'
import type { Module } from '#kernel/module.ts'
import type { AreaTeams, Caller, HarmedBy, PostedThere, Stage } from '#kernel/stage.ts'
import { findReaderOfAccount } from '#platform/access/account-reader.ts'
import type { Reader } from '#platform/access/reader.ts'
import { asGate } from '#platform/db/gate.ts'
import { ensurePartitions } from '#platform/db/partitions.ts'
import type { Store } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { run } from '#platform/operations/run.ts'
import { meetDutyCommand } from '#modules/duties/index.ts'
import { measures, rules } from './modules.ts'

const MONTHS_BACK = 30
const LOCK = 727_021 // any number, the same for everybody who plays

/**
 * Has the demonstration's people do the work of the modules, if that was not done yet. Safe to break off and to begin again:
 * the mark comes last, and each act has a key. Nothing happens later than now, whatever the last day of the data.
 */
export async function playDemonstration(
  ownerUrl: string,
  store: Store,
  modules: readonly Module[],
  onProgress: (done: number, total: number, message: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'frankpledge demonstration' })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const [installation] = rowsAs<{ as_of: string }>(
      await client.query(
        `SELECT as_of::text FROM installation WHERE demonstration AND seed IS NOT NULL AND played_at IS NULL`,
      ),
    )
    if (installation === undefined) return
    await openPast(client, store.clock.now())
    const stage = await stageOf(client, store, installation.as_of)
    // Claims and packs of the past rest on figures.
    await computeMeasures(store, measures, 'demonstration')
    const playing = modules.filter(({ play }) => play !== undefined)
    for (const [index, module] of playing.entries()) {
      onProgress(index, playing.length, `A year of work: ${module.name}`)
      await module.play?.(stage)
    }
    onProgress(playing.length, playing.length, 'Done')
    await client.query('UPDATE installation SET played_at = $1', [store.clock.now()])
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

/** Months that were over before this database was made have no partitions of the audit and of events yet. */
async function openPast(client: pg.Client, now: Date): Promise<void> {
  for (let back = MONTHS_BACK; back > 0; back--)
    await ensurePartitions(client, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)))
}

async function stageOf(client: pg.Client, store: Store, lastDay: string): Promise<Stage> {
  const asOf = getCivilDate(lastDay)
  const accounts = await idsOf<string>(client, 'SELECT subject AS name, id FROM account ORDER BY issuer = $1', [
    DEMONSTRATION_ISSUER,
  ])
  const units = await idsOf<number>(client, 'SELECT code AS name, id FROM unit', [])
  const agencies = await idsOf<number>(client, 'SELECT name, id FROM agency', [])
  const posted = await client.query(POSTED, [asOf])
  const organisations = rowsAs<{ kind: string; ids: readonly number[] }>(await client.query(ORGANISATIONS))
  const authorities = await client.query<{ id: number }>(AUTHORITIES)
  const callers = rowsAs<Caller>(await client.query(CALLERS, [asOf]))
  const act: Stage['act'] = async ({ key, as, daysBefore, hour = 10 }, command, input) => {
    const planned = londonMoment(addDays(asOf, -daysBefore), `${String(hour).padStart(2, '0')}:00`)
    const at = new Date(Math.min(planned.getTime(), store.clock.now().getTime()))
    const reader = await readerOf(store, known(accounts, as), at)
    return run({ ...store, clock: { now: () => at } }, command, {
      who: { reader },
      request: { requestId: `demonstration ${key}`, origin: 'demonstration' },
      input,
      key: `demonstration ${key}`,
    })
  }
  return {
    asOf,
    act,
    async meet(meeting, { record, rule, how }) {
      const [duty] = rowsAs<{ id: string; version: number }>(
        await client.query(
          `SELECT id, version FROM duty WHERE record_id = $1 AND rule = $2 AND ended_at IS NULL AND superseded_at IS NULL`,
          [record, rule],
        ),
      )
      if (duty !== undefined) await act(meeting, meetDutyCommand(rules), { ...duty, how })
    },
    authorities: authorities.rows.map(({ id }) => id),
    callers,
    crimes: rowsAs<HarmedBy>(await client.query(CRIMES, [asOf])),
    owed: (record) =>
      idsOf<string>(client, 'SELECT rule AS name, id FROM duty WHERE record_id = $1 AND ended_at IS NULL', [record]),
    account: (subject) => known(accounts, subject),
    unit: (code) => known(units, code),
    agency: (name) => known(agencies, name),
    records: (kind) => idsOf<string>(client, 'SELECT title AS name, id FROM record WHERE kind = $1', [kind]),
    neighbourhoods: rowsAs<PostedThere>(posted),
    policingAreas: rowsAs<AreaTeams>(await client.query(AREA_TEAMS, [asOf])),
    organisations: (wanted) => organisations.find(({ kind }) => kind === wanted)?.ids ?? [],
  }
}

const POSTED = `SELECT DISTINCT ON (a.name, a.id) a.id AS area, a.name, c.subject AS as, ($1::date - p.starts) AS days
  FROM area a JOIN unit u ON u.area_id = a.id JOIN posting p ON p.unit_id = u.id JOIN account c ON c.id = p.account_id
  WHERE a.kind = 'neighbourhood' AND a.valid_to IS NULL AND c.left_at IS NULL AND p.ends IS NULL
    AND p.starts < $1::date AND NOT EXISTS (SELECT FROM posting o WHERE o.account_id = p.account_id AND o.id <> p.id)
  ORDER BY a.name, a.id, p.starts`
const AREA_TEAMS = `WITH lead AS (SELECT DISTINCT ON (u.id) u.id AS unit, a.name, c.subject AS as, ($1::date - p.starts) AS days
    FROM unit u JOIN area a ON a.id = u.area_id AND a.kind = 'policing-area' JOIN posting p ON p.unit_id = u.id
      JOIN account c ON c.id = p.account_id
    WHERE 'commander' = ANY (p.roles) AND c.left_at IS NULL AND p.ends IS NULL AND p.starts < $1::date
      AND NOT EXISTS (SELECT FROM posting o WHERE o.account_id = p.account_id AND o.id <> p.id)
    ORDER BY u.id, p.starts)
  SELECT l.name, l.as, l.days, array(SELECT c.id FROM account c WHERE c.left_at IS NULL AND c.id IN (SELECT p.account_id
      FROM posting p JOIN unit t ON t.id = p.unit_id WHERE t.parent_id = l.unit AND p.ends IS NULL AND p.starts <= $1::date)
    ORDER BY c.subject) AS people
  FROM lead l ORDER BY l.name`
// The personas work in Reading.
const AUTHORITIES = `SELECT id FROM agency WHERE kind = 'local-authority' AND valid_to IS NULL ORDER BY name !~ 'Reading', name, id`
const CALLERS = `SELECT r.party_id AS person, array_agg(DISTINCT o.id) AS incidents
  FROM party_role r JOIN occurrence o ON o.id = r.occurrence_id JOIN party p ON p.id = r.party_id
  WHERE r.role = 'caller' AND o.kind = 'asb' AND p.kind = 'person' AND p.compartment_id IS NULL AND p.marking = 'OFFICIAL'
    AND o.compartment_id IS NULL AND o.marking = 'OFFICIAL' AND r.marking = 'OFFICIAL'
    AND o.happened_from BETWEEN $1::date - 365 AND $1::date
  GROUP BY r.party_id ORDER BY count(DISTINCT o.id) DESC, r.party_id LIMIT 12`
// As the authorities, in Reading; one victim for a crime, so that each is a story of its own; a few of each day, so that there
// are old ones among them however large the force is.
const CRIMES = `SELECT occurrence, party, "isOrganisation", "daysBefore" FROM (SELECT o.id AS occurrence, o.happened_from,
    min(r.party_id) AS party, bool_or(p.kind = 'organisation') AS "isOrganisation",
    ($1::date - o.happened_from::date) AS "daysBefore",
    row_number() OVER (PARTITION BY o.happened_from::date, bool_or(p.kind = 'organisation')
      ORDER BY o.happened_from DESC, o.id) AS place
  FROM occurrence o JOIN party_role r ON r.occurrence_id = o.id AND r.role = 'victim'
    JOIN party p ON p.id = r.party_id AND p.kind IN ('person', 'organisation')
  WHERE o.kind = 'crime' AND NOT o.comparison AND o.happened_from::date BETWEEN $1::date - 60 AND $1::date - 1
    AND (o.marking, r.marking, p.marking) = ('OFFICIAL', 'OFFICIAL', 'OFFICIAL')
    AND num_nonnulls(o.compartment_id, r.compartment_id, p.compartment_id) = 0
    AND o.location_id IN (SELECT l.location_id FROM location_area l JOIN unit u ON u.area_id = l.area_id
      WHERE u.code = 'team-reading-town-centre')
  GROUP BY o.id HAVING count(*) = 1) AS all_of_them
  WHERE place <= 3 ORDER BY happened_from DESC, occurrence`
const ORGANISATIONS = `SELECT kind, array_agg(id ORDER BY id) AS ids FROM (
    SELECT o.kind, p.id, row_number() OVER (PARTITION BY o.kind ORDER BY p.id) AS place
    FROM organisation o JOIN party p ON p.id = o.party_id WHERE p.compartment_id IS NULL AND p.marking = 'OFFICIAL') first
  WHERE place <= 12 GROUP BY kind`

async function readerOf(store: Store, account: string, at: Date): Promise<Reader> {
  const reader = await asGate(store, (client) => findReaderOfAccount(client, { account, posting: null }, at))
  if (reader === null) throw new Error(`The account ${account} had no posting on ${at.toISOString()}.`)
  return reader
}

async function idsOf<Id>(client: pg.Client, sql: string, values: readonly unknown[]): Promise<Map<string, Id>> {
  const rows = rowsAs<{ name: string; id: Id }>(await client.query(sql, [...values]))
  return new Map(rows.map(({ name, id }) => [name, id]))
}

function known<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demonstration has no ${name}.`)
  return id
}
