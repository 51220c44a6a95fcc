import { victimTitle } from '../../../src/modules/victims/rules/of-crime.ts'
import type { World } from '../../world/world.ts'
import { fillWithPeople } from '../force-of-people.ts'
import { ENHANCED, SHARES, tellStories } from './stories.ts'

export interface ManyVictims {
  readonly victims: number
  readonly duties: number
  /** Of sergeantA’s team, to be opened. */
  readonly own: readonly string[]
  /** That team, and the policing area around it. */
  readonly team: number
  readonly area: number
  readonly bytes: number
}

/** As many at a time: what a statement still has to check stays in memory. */
const CHUNK = 10_000
const WARDS = 110

/**
 * A year of victims of a force, each a case of their own, with events, contacts and so many duties of the code, over twelve
 * policing areas, a hundred wards and a hundred teams: opened by the product's own rules, ended as duties end. Of those whose
 * time has come, in a hundred: 76 met in time, 9 late, 2 waived, 1 taken back, 2 stopped, 10 open and overdue; of those whose time is to come a third
 * is met.
 */
export async function fillWithVictims(world: World, atLeast: number): Promise<ManyVictims> {
  const { owner, store } = world
  const now = store.clock.now()
  await owner("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'")
  await fillWithPeople(world)
  await placesAndPeople(world)
  const { starts, duties } = tellStories(now)
  await owner(
    `CREATE UNLOGGED TABLE made_start AS SELECT * FROM json_to_recordset($1) AS s
    (day integer, story integer, seq integer, kind text, at timestamptz, act boolean)`,
    [JSON.stringify(starts)],
  )
  await owner(
    `CREATE UNLOGGED TABLE made_duty AS SELECT * FROM json_to_recordset($1) AS d (day integer, story integer, seq integer,
    rule text, "ruleFrom" date, title text, "triggeredBy" text, "triggeredAt" timestamptz, "countsFrom" timestamptz,
    "dueAt" timestamptz, "warnAt" timestamptz, "nextLookAt" timestamptz, crossed integer, "witnessCare" boolean)`,
    [JSON.stringify(duties)],
  )
  await owner(
    'CREATE INDEX ON made_start (story, day); CREATE INDEX ON made_duty (story, day); ANALYZE made_start; ANALYZE made_duty',
  )
  const victims = victimsFor(duties, atLeast)
  await insertVictims(world, victims, now)
  const indexes = await owner<{ name: string; made: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
    WHERE i.indrelid = 'duty'::regclass AND NOT i.indisprimary`,
  )
  // Made once at the end, which is quicker than row by row.
  for (const { name } of indexes) await owner(`DROP INDEX ${name}`)
  for (let from = 0; from < victims; from += CHUNK)
    await insertDuties(world, from, Math.min(from + CHUNK, victims), now)
  for (const { made } of indexes) await owner(made)
  await owner(
    `INSERT INTO duty_pause (id, duty_id, starts_at, reason, area_id, unit_id, owner_id, marking)
    SELECT gen_random_uuid(), id, paused_at, 'No safe contact', area_id, unit_id, owner_id, marking FROM duty
    WHERE ended_at IS NULL AND paused_at IS NOT NULL`,
  )
  await owner('DROP TABLE made_start, made_duty, made_victim, made_place')
  // Nobody is compared with anybody, and nothing is counted, when the server starts: that would weigh on the pages.
  await owner(
    `INSERT INTO job_run (id, kind, title, input, state, asked_at, started_at, ended_at)
    SELECT gen_random_uuid(), kind, 'Not done', '{}', 'done', now(), now(), now()
    FROM unnest('{parties.relink,measures.compute}'::text[]) AS k (kind)`,
  )
  await owner('VACUUM ANALYZE')
  // Sessions that are made from here on are of now.
  await world.moveTo(new Date().toISOString())
  const [counted] = await owner<{ count: number; bytes: number }>(
    'SELECT count(*)::integer AS count, pg_database_size(current_database())::float8 AS bytes FROM duty',
  )
  const own = await owner<{ id: string }>(`SELECT v.id FROM victim v WHERE v.unit_id = $1 ORDER BY v.id LIMIT 200`, [
    world.units.teamA,
  ])
  return {
    victims,
    duties: counted?.count ?? 0,
    own: own.map(({ id }) => id),
    team: world.units.teamA,
    area: world.areas.A,
    bytes: counted?.bytes ?? 0,
  }
}

/** So many that there are as many duties as asked for. */
function victimsFor(duties: readonly { readonly day: number; readonly story: number }[], atLeast: number): number {
  const each = new Map<string, number>()
  for (const { day, story } of duties) each.set(`${day} ${story}`, (each.get(`${day} ${story}`) ?? 0) + 1)
  let [made, victims] = [0, 0]
  while (made < atLeast) {
    made += each.get(`${dayOf(victims)} ${storyOf(victims)}`) ?? 0
    victims += 1
  }
  return victims
}

const dayOf = (n: number): number => (n * 7_919) % 365
const storyOf = (n: number): number => SHARES[(n * 37) % 100] ?? 0

/** Twelve policing areas with their wards; a third of the teams look after victims; somebody of witness care. */
async function placesAndPeople({ owner, areas, personas, units }: World): Promise<void> {
  await owner(`INSERT INTO area (kind, code, name, valid_from)
    SELECT 'policing-area', 'P' || n, 'Area ' || n, '2016-04-01' FROM generate_series(1, 10) AS n`)
  await owner(`INSERT INTO area (kind, code, name, valid_from)
    SELECT 'ward', 'W' || n, 'Ward ' || n, '2016-04-01' FROM generate_series(1, ${WARDS}) AS n`)
  await owner(
    `INSERT INTO area_nesting SELECT id, $1::bigint FROM area WHERE code ~ '^[PW][0-9]+$'
    UNION ALL SELECT w.id, p.id FROM area w JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM area
      WHERE kind = 'policing-area') AS p ON p.n = substr(w.code, 2)::integer % 12 WHERE w.code ~ '^W[0-9]+$'`,
    [areas.force],
  )
  await owner(
    `UPDATE unit u SET area_id = p.id, parent_id = $1 FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM area
      WHERE kind = 'policing-area') AS p WHERE u.code ~ '^T[0-9]+$' AND p.n = substr(u.code, 2)::integer % 12`,
    [units.force],
  )
  await owner(`UPDATE posting SET roles = '{witness-care}', force_wide = true WHERE account_id = $1`, [
    personas.reviewer.account,
  ])
  // Whose a case is: a team and a ward of its policing area, and somebody of that team.
  await owner(`CREATE UNLOGGED TABLE made_place AS SELECT row_number() OVER (ORDER BY u.id) - 1 AS n, u.id AS unit,
      ARRAY(SELECT x.inner_area FROM area_nesting x JOIN area w ON w.id = x.inner_area AND w.kind = 'ward'
        WHERE x.outer_area = coalesce((SELECT y.outer_area FROM area_nesting y JOIN area o ON o.id = y.outer_area
          AND o.kind = 'policing-area' WHERE y.inner_area = u.area_id), u.area_id) ORDER BY 1) AS wards,
      ARRAY(SELECT p.account_id FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL WHERE p.unit_id = u.id AND p.ends IS NULL
        ORDER BY p.account_id LIMIT 30) AS people
    FROM unit u WHERE u.code IN ('teamA', 'teamB') OR (u.code ~ '^T[0-9]+$' AND substr(u.code, 2)::integer <= 98)`)
}

/** A uuid that is always the same for the same words, in the form of those that are drawn. */
const idOf = (words: string) => `overlay(overlay(md5(${words}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`

async function insertVictims({ owner, personas }: World, victims: number, now: Date): Promise<void> {
  const title = victimTitle('Burglary dwelling', `' || 43000000000 + v.n || '`)
  await owner(
    `CREATE UNLOGGED TABLE made_victim AS SELECT v.n, ${idOf(`'victim' || v.n`)} AS id, (v.n * 7919) % 365 AS day, stories.of[1 + (v.n * 37) % 100] AS story,
      v.n + 1 AS occurrence, v.n + 1 AS party, p.unit, p.wards[1 + (v.n / 100) % cardinality(p.wards)] AS area,
      p.people[1 + (v.n / 100) % cardinality(p.people)] AS owner,
      CASE WHEN v.n % 20 = 0 THEN 'OFFICIAL-SENSITIVE' ELSE 'OFFICIAL' END AS marking, '${title}' AS title, v.n % 50 = 7 AS unsafe
    FROM generate_series(0, $1::bigint - 1) AS v (n) JOIN made_place p ON p.n = v.n % 100, (SELECT $2::integer[] AS of) AS stories`,
    [victims, SHARES],
  )
  await owner(`ALTER TABLE made_victim ADD PRIMARY KEY (n); ANALYZE made_victim`)
  const reported = '(SELECT s.at FROM made_start s WHERE s.story = m.story AND s.day = m.day AND s.seq = 0)'
  await owner(
    `INSERT INTO party (id, kind, identity_id, source, source_reference, label, known_at) OVERRIDING SYSTEM VALUE
    SELECT party, 'person', party, 'records-extract', 'N' || n, 'FAMILY' || n % 5000 || ', Given' || n % 700, $1 FROM made_victim`,
    [now],
  )
  await owner(
    `INSERT INTO person (party_id, sex) SELECT party, CASE WHEN n % 2 = 0 THEN 'female' ELSE 'male' END FROM made_victim`,
  )
  await owner(
    `INSERT INTO occurrence (id, source, publisher, kind, category, happened_from, happened_to, precision, month, location_precision,
      external_reference, known_at) OVERRIDING SYSTEM VALUE
    SELECT occurrence, 'records-extract', 'vale', 'crime', 'burglary', ${reported}, ${reported} + interval '1 minute', 'minute',
      date_trunc('month', ${reported})::date, 'none', 43000000000 + n, $1 FROM made_victim m`,
    [now],
  )
  await owner(`INSERT INTO crime (occurrence_id, offence_code, offence_class, offence_words, offence_standing, reported_at,
      reported_precision, recorded_at, recorded_precision)
    SELECT occurrence, '028/03', '28A', 'Burglary dwelling', 'valid', ${reported}, 'minute', ${reported} + interval '2 hours', 'minute'
    FROM made_victim m`)
  await owner(
    `INSERT INTO party_role (party_id, occurrence_id, role, category, source, happened_at, known_at)
    SELECT party, occurrence, 'victim', 'victim', 'records-extract', ${reported}, $1 FROM made_victim m`,
    [now],
  )
  await owner(`INSERT INTO record (id, kind, reference, title, stage, words, area_id, unit_id, owner_id, marking, opened_at, version)
    SELECT id, 'victim', 'VIC-' || n, title, 'open', (43000000000 + n)::text, area, unit, owner, marking, ${reported} + interval '1 day', 3
    FROM made_victim m`)
  await owner(
    `INSERT INTO victim (id, occurrence_id, party_id, standing, source, code, reported_at, reasons, enhanced_since, assessed_at, contact_way,
      no_safe_contact_since, no_safe_contact_reason, told_at, area_id, unit_id, owner_id, marking)
    SELECT m.id, m.occurrence, m.party, 'person', 'extract', '2020', r.at,
      CASE WHEN m.story = ANY ($1) THEN '{persistently-targeted}' ELSE '{}' END::text[], CASE WHEN m.story = ANY ($1) THEN r.at + interval '1 day' END,
      r.at + interval '2 days', 'phone', CASE WHEN unsafe THEN $2::timestamptz - interval '20 days' END, CASE WHEN unsafe THEN 'The suspect lives there' END,
      (SELECT max(s.at) FROM made_start s WHERE s.story = m.story AND s.day = m.day AND s.act AND n % 10 > 0), area, unit, owner, marking
    FROM made_victim m, LATERAL (SELECT ${reported} AS at) AS r`,
    [ENHANCED, now],
  )
  await owner(`INSERT INTO case_event (id, occurrence_id, kind, happened_at, received_at, source, external_reference, logged_at)
    SELECT ${idOf(`'start' || m.n || ' ' || s.seq`)}, m.occurrence, s.kind, s.at, s.at, 'extract', s.kind || s.seq, s.at
    FROM made_victim m JOIN made_start s USING (story, day) WHERE NOT s.act`)
  await owner(
    `INSERT INTO victim_contact (id, victim_id, at, by_account, way, result, words, area_id, unit_id, owner_id, marking)
    SELECT ${idOf(`'start' || m.n || ' ' || s.seq`)}, m.id, s.at, coalesce(m.owner, $1), 'phone', 'told', 'What has been done so far and what is next',
      m.area, m.unit, m.owner, m.marking
    FROM made_victim m JOIN made_start s USING (story, day) WHERE s.act AND s.kind <> 'needs-assessed' AND m.n % 10 > 0`,
    [personas.sergeantA.account],
  )
  await owner(
    `INSERT INTO timeline_entry (id, at, record_id, kind, happened_at, author_id, author_name, words, area_id, unit_id, owner_id, marking)
    SELECT gen_random_uuid(), s.at, m.id, 'contact', s.at, m.owner, 'An officer', 'Told. Telephone: what is next', m.area, m.unit, m.owner, m.marking
    FROM made_victim m JOIN made_start s USING (story, day) WHERE s.act`,
  )
  await owner(`SELECT setval('party_id_seq', $1::bigint + 1), setval('occurrence_id_seq', $1::bigint + 1)`, [victims])
}

async function insertDuties({ owner, units, personas }: World, from: number, to: number, now: Date): Promise<void> {
  await owner(
    `INSERT INTO duty (id, rule, rule_from, record_id, subject_kind, subject_id, title, triggered_by, triggered_at, counts_from, due_at, warn_at,
      next_look_at, crossed, paused_at, opened_at, owner_id, unit_id, area_id, marking, met_at, met_how, waived_at, waived_by, waived_rank, waived_reason,
      superseded_at, superseded_reason, superseded_kind)
    SELECT gen_random_uuid(), rule, "ruleFrom", m.id, 'victim', m.id || '/' || ${idOf(`'start' || m.n || ' ' || d.seq`)}, d.title || ': ' || m.title,
      "triggeredBy", "triggeredAt", "countsFrom", CASE WHEN NOT stopped THEN "dueAt" END,
      CASE WHEN NOT stopped THEN "warnAt" END, CASE WHEN is_open AND NOT stopped THEN "nextLookAt" END, crossed,
      CASE WHEN stopped THEN greatest("triggeredAt", $3::timestamptz - interval '20 days') END, "triggeredAt",
      CASE WHEN "witnessCare" THEN NULL ELSE m.owner END, CASE WHEN "witnessCare" THEN $4 ELSE m.unit END, m.area, m.marking,
      met_at, CASE WHEN met_at IS NOT NULL THEN 'Told: phone' END,
      CASE WHEN waived THEN least(due, $3) END, CASE WHEN waived THEN $5::uuid END, CASE WHEN waived THEN 'commander' END,
      CASE WHEN waived THEN 'They asked not to be told' END,
      CASE WHEN voided THEN least(due, $3) END, CASE WHEN voided THEN 'It never happened' END, CASE WHEN voided THEN 'voided' END
    FROM made_victim m JOIN made_duty d USING (story, day),
      LATERAL (SELECT abs(hashint8(m.n * 1000 + d.seq * 7 + ascii(substr(d.rule, 4, 1)))) % 1000 AS chance,
        coalesce("dueAt", "triggeredAt" + interval '1 day') AS due) AS c,
      LATERAL (SELECT due <= $3 AS come, CASE WHEN due <= $3 THEN
          CASE WHEN chance < 760 THEN 'in-time' WHEN chance < 850 THEN 'late' WHEN chance < 870 THEN 'waived' WHEN chance < 880 THEN 'voided'
            ELSE 'open' END
        ELSE CASE WHEN chance < 330 THEN 'in-time' ELSE 'open' END END AS how) AS h,
      LATERAL (SELECT CASE how WHEN 'in-time' THEN least("triggeredAt" + (due - "triggeredAt") * (chance % 97) / 97, $3)
          WHEN 'late' THEN CASE WHEN due + (1 + chance % 9) * interval '1 day' <= $3 THEN due + (1 + chance % 9) * interval '1 day' END
        END AS met_at) AS e,
      LATERAL (SELECT how = 'waived' AS waived, how = 'voided' AS voided,
        e.met_at IS NULL AND how IN ('open', 'late') AS is_open) AS o,
      LATERAL (SELECT is_open AND m.unsafe AND "dueAt" IS NOT NULL AND "dueAt" > $3::timestamptz - interval '20 days' AS stopped) AS p
    WHERE m.n >= $1 AND m.n < $2`,
    [from, to, now, units.desk, personas.commanderA.account],
  )
}
