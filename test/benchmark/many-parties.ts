import type { RunSql } from './many-duties.ts'

/** Where each kind's ids begin, and how many of each there are. */
export interface ManyParties {
  readonly people: number
  readonly addresses: { readonly from: number; readonly count: number }
  readonly vehicles: { readonly from: number; readonly count: number }
  readonly phones: { readonly from: number; readonly count: number }
  readonly organisations: { readonly from: number; readonly count: number }
  /** An address where two thousand live or lived. */
  readonly hostel: number
  /** Somebody named in three hundred occurrences. */
  readonly busy: number
}

/**
 * A store of parties in the proportions of ten years of a force, by people: half as many addresses, a quarter each of vehicles
 * and phones, five links and four roles a person; every fifth record is one and the same with the one before it. Made up of
 * numbers: it has the sizes and the spread of a real one, and no names. Into a database with none in it.
 */
export async function insertManyParties(run: RunSql, people: number, at: Date): Promise<ManyParties> {
  const count = (share: number) => Math.max(10, Math.floor(people * share))
  const spans = { addresses: count(0.5), vehicles: count(0.25), phones: count(0.25), organisations: count(0.02) }
  let next = people + 1
  const span = (length: number) => {
    const from = next
    next += length
    return { from, count: length }
  }
  const [addresses, vehicles] = [span(spans.addresses), span(spans.vehicles)]
  const [phones, organisations] = [span(spans.phones), span(spans.organisations)]
  const party = (kind: string, { from, count: length }: { from: number; count: number }, label: string) =>
    run(
      `INSERT INTO party (id, kind, identity_id, source, source_reference, label, known_at) OVERRIDING SYSTEM VALUE
      SELECT n, '${kind}', ${kind === 'person' ? 'CASE WHEN n % 5 = 0 THEN n - 1 ELSE n END' : 'n'}, 'records-extract',
        '${kind}-' || n, ${label}, $1 FROM generate_series(${from}, ${from + length - 1}) AS n`,
      [at],
    )
  await run(`INSERT INTO name_token (token) VALUES ('made'), ('up')`)
  await party('person', { from: 1, count: people }, `'FAMILY' || n % 5000 || ', Given' || n % 700`)
  await party('address', addresses, `n % 400 || ' Street ' || n % 9000`)
  await party('vehicle', vehicles, `'V' || n`)
  await party('phone', phones, `'0' || 7700000000 + n`)
  await party('organisation', organisations, `'Organisation ' || n`)
  await run(
    `INSERT INTO person (party_id, sex, birth_date, birth_precision)
    SELECT n, CASE WHEN n % 2 = 0 THEN 'female' ELSE 'male' END, '1940-01-01'::date + (n * 7919::bigint % 28000)::integer, 'day'
    FROM generate_series(1, ${people}) AS n`,
  )
  await run(
    `INSERT INTO party_name (party_id, kind, given_names, family_name, full_name, tokens)
    SELECT n, k, 'Given' || n % 700, 'Family' || n % 5000, 'Given' || n % 700 || ' Family' || n % 5000, '{1,2}'
    FROM generate_series(1, ${people}) AS n, unnest(CASE WHEN n % 5 < 2 THEN '{main,alias}' ELSE '{main}' END::text[]) AS k`,
  )
  const of = ({ from, count: length }: { from: number; count: number }) =>
    `generate_series(${from}, ${from + length - 1}) AS n`
  await run(
    `INSERT INTO location (longitude, latitude, cell8, cell9)
    SELECT -1 - n * 1e-6, 51 + n * 1e-6, n::text, n::text FROM generate_series(1, ${Math.min(addresses.count, 50_000)}) AS n
    ON CONFLICT DO NOTHING`,
  )
  await run(
    `INSERT INTO address (party_id, flat, number, street, postcode, location_id)
    SELECT n, CASE WHEN n % 10 < 3 THEN 'Flat ' || n % 10 ELSE '' END, (n / 10 % 400)::text, 'Street ' || n / 10,
      'RG' || 1 + n / 10 % 9 || lpad((n / 10 % 1000)::text, 3, '0'), (SELECT min(id) FROM location) + n % ${Math.min(addresses.count, 50_000)}
    FROM ${of(addresses)}`,
  )
  await run(`INSERT INTO vehicle (party_id, mark) SELECT n, 'V' || n FROM ${of(vehicles)}`)
  await run(`INSERT INTO phone (party_id, number) SELECT n, (447700000000 + n)::text FROM ${of(phones)}`)
  await run(`INSERT INTO organisation (party_id, kind) SELECT n, 'business' FROM ${of(organisations)}`)
  const [hostel, busy] = [addresses.from + 1, 42]
  const somewhere = (place: { from: number; count: number }, by: number) =>
    `${place.from} + (n * ${by}::bigint % ${place.count})`
  const another = (by: number) => `1 + ((n * ${by}::bigint + 7) % ${people})`
  for (const [kind, to, when, every] of [
    ['lives-at', somewhere(addresses, 7919), 'NULL', 1],
    ['lives-at', somewhere(addresses, 104_729), `date '2020-01-01'`, 1],
    ['uses-phone', somewhere(phones, 6_151), 'NULL', 1],
    ['keeper-of', somewhere(vehicles, 3_571), 'NULL', 3],
    ['associate-of', another(15_485_863), 'NULL', 1],
    ['works-for', somewhere(organisations, 2_221), 'NULL', 2],
  ] as const)
    await run(
      `INSERT INTO party_link (from_party, to_party, kind, valid_from, valid_to, source, known_at)
      SELECT n, ${to}, '${kind}', date '2015-01-01', ${when}, 'records-extract', $1 FROM generate_series(1, ${people}) AS n
      WHERE n % ${every} = 0 AND n <> ${to}`,
      [at],
    )
  await run(
    `INSERT INTO party_link (from_party, to_party, kind, valid_from, valid_to, source, known_at)
    SELECT n, ${hostel}, 'lives-at', date '2015-01-01' + n, date '2015-02-01' + n, 'records-extract', $1
    FROM generate_series(1, ${Math.min(2_000, people)}) AS n`,
    [at],
  )
  await run(
    `INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_precision,
      external_reference, known_at)
    SELECT 'records-extract', 'vale', 'crime', 'burglary', moment, moment + interval '1 hour', 'hour',
      date_trunc('month', moment)::date, 'none', 'OCC' || n, $1
    FROM generate_series(1, ${people}) AS n, LATERAL (SELECT $1::timestamptz - n * interval '2 minutes' AS moment) AS m`,
    [at],
  )
  await run(
    `INSERT INTO party_role (party_id, occurrence_id, role, category, source, happened_at, known_at)
    SELECT who, o.id, role, category, 'records-extract', o.happened_from, $1
    FROM (SELECT id, happened_from, row_number() OVER (ORDER BY id) AS n FROM occurrence WHERE external_reference LIKE 'OCC%') AS o,
      LATERAL (VALUES (1 + (n * 7919::bigint % ${people}), 'victim', 'victim'), (1 + (n * 104729::bigint % ${people}), 'suspect', 'suspect'),
        (1 + (n * 3571::bigint % ${people}), 'witness', 'witness'), (${addresses.from} + n % ${addresses.count}, 'scene', 'other')) AS r (who, role, category)`,
    [at],
  )
  await run(
    `INSERT INTO party_role (party_id, occurrence_id, role, category, source, happened_at, known_at)
    SELECT ${busy}, id, 'suspect', 'suspect', 'records-extract', happened_from, $1 FROM occurrence
    WHERE external_reference LIKE 'OCC%' ORDER BY id LIMIT 300`,
    [at],
  )
  await run(
    `INSERT INTO party_marker (id, party_id, kind, starts_on, review_on, source)
    SELECT gen_random_uuid(), n, 'violent', '2020-01-01', '2099-01-01', 'records-extract' FROM generate_series(1, ${people}) AS n WHERE n % 25 = 0`,
  )
  await run(`SELECT setval(pg_get_serial_sequence('party', 'id'), ${next})`)
  for (const table of [
    'party',
    'person',
    'party_name',
    'address',
    'vehicle',
    'phone',
    'organisation',
    'party_link',
    'party_role',
    'party_marker',
    'occurrence',
    'location',
  ])
    await run(`VACUUM ANALYZE ${table}`)
  return { people, addresses, vehicles, phones, organisations, hostel, busy }
}
