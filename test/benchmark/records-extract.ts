import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createRandom } from '#calculations/random/random.ts'
import type { Store } from '#platform/db/transaction.ts'
import { importContext } from '#platform/imports/context.ts'
import { importExtract } from '#modules/records-extract/imports/import-extract.ts'
import { DEFAULT_KEPT } from '#modules/records-extract/rules/default-mapping.ts'
import { textFile } from '#modules/records-extract/testing.ts'
import { figure, median, type Figure } from './figure.ts'
import { withMeasuredStore } from './measured-store.ts'

const ROUNDS = 3
const PEOPLE = 20_000
const CRIMES = 20_000
const ROLES = 40_000
const FAMILY = ['Smith', 'Okafor', 'Kowalska', 'Begum', 'Jones', 'Patel', 'Nguyen', 'Brown', 'Singh', 'Evans']
const GIVEN = ['John', 'Chidi', 'Anna', 'Fatima', 'Sian', 'Ravi', 'Linh', 'Mary', 'Harpreet', 'Tom']

/** Import of a records system's extract against COPY into staging tables and INSERT ... SELECT by hand, of the same rows. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('extract', async ({ store, owner, bytes }) => {
    const files = madeUpExtract()
    const rows = PEOPLE + CRIMES + ROLES
    const context = importContext(store, 'system:records-extract', 'benchmark')
    const ours = () =>
      importExtract(context, {
        mapping: DEFAULT_KEPT,
        files: Object.entries(files).map(([name, text]) => textFile(`${name}.csv`, text, 65_536)),
        dryRun: false,
        keepGood: false,
        whole: true,
      })
    const rounds: { readonly byHand: number; readonly first: number; readonly again: number }[] = []
    const rate = async (work: () => Promise<unknown>): Promise<number> => {
      const started = performance.now()
      await work()
      return rows / ((performance.now() - started) / 1000)
    }
    for (let i = 0; i <= ROUNDS; i++) {
      await clear(owner)
      const byHand = await rate(() => loadByHand(owner, files))
      await clear(owner)
      rounds.push({ byHand, first: await rate(ours), again: await rate(ours) })
    }
    const measured = rounds.slice(1)
    const against = {
      reference: 'COPY and INSERT … SELECT by hand',
      value: median(measured.map(({ byHand }) => byHand)),
    }
    const common = {
      part: 'extract',
      unit: 'rows/s',
      rows,
      role: 'system:records-extract, fp_service',
      storeBytes: await bytes(),
    }
    return [
      figure({
        ...common,
        name: 'Records extract, first time',
        value: median(measured.map(({ first }) => first)),
        against,
        aim: { words: 'a third or better', atLeast: 0.33 },
        note: 'people, crimes and roles: every cell checked, offences and harm, numbers resolved, names by words, counts; by hand none of these',
      }),
      figure({
        ...common,
        name: 'Records extract, the same again',
        value: median(measured.map(({ again }) => again)),
        against,
        note: 'every row checked and known again; nothing stored',
      }),
    ]
  })
}

type Files = Readonly<Record<'people' | 'crimes' | 'roles', string>>

/** The same every time. */
function madeUpExtract(): Files {
  const random = createRandom('extract')
  const upTo = (limit: number) => Math.floor(random.next() * limit)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = () => `201${upTo(7)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    [
      `N${i}`,
      `${FAMILY[upTo(10)] ?? ''}${upTo(900)}`,
      GIVEN[upTo(10)] ?? '',
      i % 2 === 0 ? 'male' : 'female',
      `19${two(upTo(99))}-05-17`,
    ].join(','),
  )
  const crimes = Array.from({ length: CRIMES }, (_, i) => {
    const on = day()
    return [
      `4316${String(i).padStart(7, '0')}`,
      '008/06',
      '8N',
      `${on} 21:15`,
      `${on} 22:40`,
      '18',
      `${upTo(400)} High Street`,
      (-1.7 + upTo(100) / 83).toFixed(6),
      (51.4 + upTo(100) / 180).toFixed(6),
      'Struck once outside',
    ].join(',')
  })
  const roles = Array.from({ length: ROLES }, (_, i) =>
    [`4316${String(i >> 1).padStart(7, '0')}`, `N${upTo(PEOPLE)}`, i % 2 === 0 ? 'victim' : 'suspect'].join(','),
  )
  const file = (header: string, lines: readonly string[]) => `${header}\n${lines.join('\n')}\n`
  return {
    people: file('reference,familyName,givenNames,sex,birthDate', people),
    crimes: file(
      'number,offenceCode,offenceClass,from,recordedAt,outcomeCode,place,longitude,latitude,summary',
      crimes,
    ),
    roles: file('number,party,role', [...new Set(roles)]),
  }
}

async function clear({ pool }: Store): Promise<void> {
  await pool.query('TRUNCATE occurrence, party, monthly_count, location, name_token, extract_row, extract_run CASCADE')
  await pool.query('CHECKPOINT')
}

async function loadByHand({ pool }: Store, files: Files): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; CREATE UNLOGGED TABLE raw_people (reference text, family text, given text, sex text, born date);
      CREATE UNLOGGED TABLE raw_crimes (number text, code text, class text, happened timestamptz, recorded timestamptz,
        outcome text, place text, longitude float8, latitude float8, summary text);
      CREATE UNLOGGED TABLE raw_roles (number text, party text, role text)`)
    for (const [name, text] of Object.entries(files)) await copyIn(client, `raw_${name}`, text)
    await client.query(BY_HAND)
    await client.query('DROP TABLE raw_people, raw_crimes, raw_roles; COMMIT')
  } finally {
    client.release()
  }
}

async function copyIn(client: pg.PoolClient, table: string, text: string): Promise<void> {
  const copy = client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT csv, HEADER)`))
  for (let at = 0; at < text.length; at += 65_536)
    if (!copy.write(text.slice(at, at + 65_536))) await once(copy, 'drain')
  copy.end()
  await finished(copy)
}

const BY_HAND = `
  INSERT INTO name_token (token) SELECT lower(family) FROM raw_people UNION SELECT lower(given) FROM raw_people;
  INSERT INTO party (id, kind, identity_id, source, source_reference, label, known_at) OVERRIDING SYSTEM VALUE
    SELECT id, 'person', id, 'records-extract', reference, label, now() FROM (
      SELECT nextval('party_id_seq') AS id, reference, upper(family) || ', ' || given AS label FROM raw_people) x;
  INSERT INTO person (party_id, sex, birth_date, birth_precision)
    SELECT p.id, sex, born, 'day' FROM raw_people r JOIN party p ON p.source_reference = r.reference;
  INSERT INTO party_name (party_id, kind, given_names, family_name, full_name, birth_date, tokens)
    SELECT p.id, 'main', given, family, given || ' ' || family, born, ARRAY[a.id, b.id] FROM raw_people r
      JOIN party p ON p.source_reference = r.reference JOIN name_token a ON a.token = lower(given)
      JOIN name_token b ON b.token = lower(family);
  INSERT INTO location (longitude, latitude, cell8, cell9) SELECT DISTINCT longitude, latitude, '', '' FROM raw_crimes;
  INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
    location_precision, location_text, external_reference, outcome, known_at)
    SELECT 'records-extract', 'vale', 'crime', 'violent-crime', happened, happened + interval '1 minute', 'minute',
      date_trunc('month', happened), l.id, 'exact', place, number, outcome, now() FROM raw_crimes JOIN location l USING (longitude, latitude);
  INSERT INTO crime (occurrence_id, offence_code, offence_class, offence_standing, recorded_at, recorded_precision, outcome_code, summary)
    SELECT o.id, code, class, 'valid', recorded, 'minute', r.outcome, summary FROM raw_crimes r
      JOIN occurrence o ON o.external_reference = r.number;
  INSERT INTO party_role (party_id, occurrence_id, role, category, source, happened_at, known_at)
    SELECT p.id, o.id, role, role, 'records-extract', o.happened_from, now() FROM raw_roles r
      JOIN occurrence o ON o.external_reference = r.number JOIN party p ON p.source_reference = r.party`
