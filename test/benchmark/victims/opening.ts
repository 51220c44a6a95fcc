import type { Pool } from 'pg'
import { createRandom } from '#calculations/random/random.ts'
import { importExtract } from '#modules/records-extract/imports/import-extract.ts'
import { DEFAULT_KEPT } from '#modules/records-extract/rules/default-mapping.ts'
import { textFile } from '#modules/records-extract/testing.ts'
import { importContext } from '#platform/imports/context.ts'
import { follow } from '../../world/victims.ts'
import { figure, type Figure } from '../figure.ts'
import { withMeasuredStore } from '../measured-store.ts'

const CRIMES = Number(process.env['VICTIM_CRIMES'] ?? 20_000)
/** What the job writes to, each after what it points at. */
const WRITTEN = ['record', 'timeline_entry', 'victim', 'case_event', 'duty'] as const
const DAY = 86_400_000

/**
 * Victims of four weeks of an extract's crimes opened as the product does after the import, with what they are owed, against the
 * same rows put into the same tables by hand.
 */
export async function opening(): Promise<Figure[]> {
  return withMeasuredStore('victim-opening', async ({ store, owner: { pool }, bytes }) => {
    await pool.query(FORCE)
    const { run, report } = await importExtract(importContext(store, 'system:records-extract', 'benchmark'), {
      mapping: DEFAULT_KEPT,
      files: Object.entries(madeUpExtract(store.clock.now())).map(([name, text]) =>
        textFile(`${name}.csv`, text, 65_536),
      ),
      dryRun: false,
      keepGood: false,
      whole: true,
    })
    if (!report.ok) throw new Error(JSON.stringify(report).slice(0, 2_000))
    await pool.query('ANALYZE')
    const seconds = await timed(() => follow(store, run))
    const again = await timed(() => follow(store, run))
    const { rows } = await pool.query<{ duties: number }>('SELECT count(*)::integer AS duties FROM duty')
    const duties = rows[0]?.duties ?? 0
    await takeOut(pool)
    const byHand = await timed(() => putBack(pool))
    const common = { part: 'victims', role: 'system:victims, fp_service', storeBytes: await bytes() }
    const words = (number: number) => Math.round(number).toLocaleString('en-GB')
    return [
      figure({
        ...common,
        name: 'Duties opened after an extract',
        value: duties / seconds,
        unit: 'duties/s',
        against: { reference: 'the same rows of the same tables by INSERT … SELECT by hand', value: duties / byHand },
        rows: duties,
        note: `${words(CRIMES)} crimes in ${seconds.toFixed(0)} s, ${words((CRIMES / seconds) * 60)} a minute: victims, what happened, what is owed`,
      }),
      figure({
        ...common,
        name: 'The same followed again',
        value: CRIMES / again,
        unit: 'crimes/s',
        rows: CRIMES,
        note: 'every crime, victim, event and duty known again; nothing opened',
      }),
    ]
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

/** Keeps what the job wrote in tables without an index, and clears its own. */
async function takeOut(pool: Pool): Promise<void> {
  for (const table of WRITTEN) await pool.query(`CREATE UNLOGGED TABLE kept_${table} AS SELECT * FROM ${table}`)
  await pool.query(`TRUNCATE ${WRITTEN.join(', ')} CASCADE; CHECKPOINT`)
}

async function putBack(pool: Pool): Promise<void> {
  for (const table of WRITTEN) {
    const { rows } = await pool.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    )
    const columns = rows[0]?.columns ?? ''
    await pool.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept_${table}`)
  }
}

const FORCE = `INSERT INTO installation (force_name, publisher, demonstration, created_at) VALUES ('Vale', 'vale', true, now());
  INSERT INTO agency (name, kind, valid_from) VALUES ('Vale Police', 'police-force', '2016-01-01');
  INSERT INTO unit (agency_id, code, name, valid_from) SELECT id, 'T' || n, 'Team ' || n, '2016-01-01'
    FROM agency, generate_series(1, 100) AS n;
  INSERT INTO account (id, issuer, subject, principal, agency_id, name, number)
    SELECT gen_random_uuid(), 'urn:benchmark', 'b' || n, 'staff', a.id, 'PC ' || n, 'B' || n
    FROM agency a, generate_series(1, 3000) AS n;
  INSERT INTO posting (account_id, unit_id, title, roles, starts)
    SELECT a.id, u.id, 'Constable', '{officer}', '2016-01-01' FROM account a
      JOIN unit u ON u.code = 'T' || 1 + substr(a.number, 2)::integer % 100;
  ANALYZE`

type Files = Readonly<Record<'people' | 'crimes' | 'roles', string>>

/** Crimes of the last four weeks with a victim and a suspect each, every third with an outcome. The same every time. */
function madeUpExtract(now: Date): Files {
  const random = createRandom('victims')
  const upTo = (limit: number) => Math.floor(random.next() * limit)
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)
  const number = (i: number) => `43${String(i).padStart(9, '0')}`
  const people = Array.from(
    { length: CRIMES },
    (_, i) => `N${i},Family${upTo(900)},Given${upTo(90)},19${10 + upTo(89)}-05-17`,
  )
  const crimes = Array.from({ length: CRIMES }, (_, i) => {
    const days = 2 + upTo(24)
    const on = daysAgo(days)
    const outcome = i % 3 === 0 ? `${['18', '1', '16'][upTo(3)] ?? '18'},${daysAgo(1 + upTo(days - 1))}` : ','
    return [
      number(i),
      '008/06',
      '8N',
      'Assault with injury',
      `${on} 10:15`,
      `${on} 11:40`,
      `${on} 13:05`,
      outcome,
      `B${1 + upTo(3000)}`,
      `T${1 + upTo(100)}`,
    ].join(',')
  })
  const roles = Array.from({ length: CRIMES * 2 }, (_, i) =>
    [number(i >> 1), 'person', `N${i % 2 === 0 ? i >> 1 : upTo(CRIMES)}`, i % 2 === 0 ? 'victim' : 'suspect'].join(','),
  )
  const file = (header: string, lines: readonly string[]) => `${header}\n${lines.join('\n')}\n`
  return {
    people: file('reference,familyName,givenNames,birthDate', people),
    crimes: file(
      'number,offenceCode,offenceClass,offenceWords,from,reportedAt,recordedAt,outcomeCode,outcomeOn,officer,unit',
      crimes,
    ),
    roles: file('number,partyKind,party,role', [...new Set(roles)]),
  }
}
