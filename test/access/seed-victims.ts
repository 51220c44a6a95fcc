import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/**
 * To each record, under its own guards, a victim with an assessment, a contact, and what happened on the case. The first two are
 * victims of one crime, and open to different people: on their case is something about the second alone, and what an extract brought.
 */
export async function seedVictims(world: World, records: Records): Promise<void> {
  const { owner, personas } = world
  const columns = `${GUARD_COLUMNS})`
  const chief = personas.chief.account
  const [first, second] = records
  const shared = await world.addOccurrence()
  for (const { id, ...guards } of records) {
    const values = [...guardValues(guards), id]
    const by = guards.owner ?? chief
    const occurrence = id === first?.id || id === second?.id ? shared : await world.addOccurrence()
    await owner(
      `INSERT INTO victim (id, occurrence_id, name, standing, source, code, reported_at, ${columns}
      VALUES ($6, $7, 'N', 'person', 'hand', '2020', now(), $1, $2, $3, $4, $5)`,
      [...values, occurrence],
    )
    await owner(
      `INSERT INTO victim_assessment (id, victim_id, made_at, made_by, reasons, needs, ${columns}
      VALUES ($7, $6, now(), $8, '{}', 'n', $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), by],
    )
    await owner(
      `INSERT INTO victim_contact (id, victim_id, at, by_account, way, result, words, ${columns}
      VALUES ($7, $6, now(), $8, 'phone', 'told', 'w', $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), by],
    )
    await addRights(world, [...values, by], await addEvent(world, occurrence, { by }))
  }
  await owner(
    `INSERT INTO victim_local_standard (valid_from, applies, source, set_by, set_at) VALUES ('2016-01-01', true, 's', $1, now())`,
    [chief],
  )
  await seedOwnPages(
    world,
    first?.id ?? '',
    records.map(({ id }) => id),
  )
  if (second === undefined) return
  await addEvent(world, shared, { by: personas.sergeantA.account, about: second.id })
  await addEvent(world, shared, { by: personas.sergeantA.account, source: 'extract' })
}

/** For each victim a link that was used, with its session, a word and a message each way; for the first, a duty and a unit, too. */
async function seedOwnPages(
  { owner, personas, units }: World,
  first: string,
  victims: readonly string[],
): Promise<void> {
  const sergeant = personas.sergeantA.account
  await owner(
    `INSERT INTO victim_page_setting (valid_from, page, messages, phone, source, set_by, set_at)
    VALUES ('2016-01-01', true, true, '101', 's', $1, now())`,
    [personas.chief.account],
  )
  for (const victim of victims) {
    const link = randomUUID()
    await owner(
      `INSERT INTO victim_link (id, victim_id, token_hash, code_salt, code_hash, way, made_by, made_at, expires_at)
      VALUES ($1, $2, sha256($1::uuid::text::bytea), substr(sha256('s'), 1, 16), sha256('c'), 'by-hand', $3, now(), now() + interval '1 day')`,
      [link, victim, sergeant],
    )
    await owner(
      `INSERT INTO victim_session VALUES (sha256($1::uuid::text::bytea), $1, $2, repeat('c', 43), now(), now(), now() + interval '1 hour', NULL)`,
      [link, victim],
    )
    await owner(`INSERT INTO victim_own_word VALUES ($1, $2, now(), 'yes', 'w')`, [randomUUID(), victim])
    await owner(`INSERT INTO victim_message VALUES ($1, $2, now(), true, NULL, 'w')`, [randomUUID(), victim])
    await owner(`INSERT INTO victim_message VALUES ($1, $2, now(), false, $3, 'w')`, [randomUUID(), victim, sergeant])
  }
  await owner('UPDATE victim SET unit_id = $2 WHERE id = $1', [first, units.teamA])
  await owner(
    `INSERT INTO duty (id, rule, rule_from, record_id, subject_kind, subject_id, title, triggered_by, triggered_at, opened_at)
    VALUES (gen_random_uuid(), 'VC03-2020', '2021-04-01', $1, 'victim', $1::uuid::text, 'T', 'test', now(), now())`,
    [first],
  )
}

/** Under the victim’s guards, one of each right that they used. `values`: the guards, the victim, who did it. */
async function addRights(
  { owner }: World,
  values: readonly unknown[],
  event: string,
): Promise<{ readonly review: string; readonly complaint: string }> {
  const [review, complaint] = [randomUUID(), randomUUID()]
  const columns = `${GUARD_COLUMNS}, victim_id, by_account, id, at`
  const insert = (table: string, own: string, given: string, id: string, ...more: readonly unknown[]) =>
    owner(`INSERT INTO ${table} (${columns}, ${own}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), ${given})`, [
      ...values,
      id,
      ...more,
    ])
  await insert('victim_statement', 'step, answer', `'offer', 'declined'`, randomUUID())
  await insert('victim_referral', 'what, consent, words', `'objects', false, 'w'`, randomUUID())
  await insert('victim_offer', 'topic, answer, words', `'restorative', 'later', 'w'`, randomUUID())
  await insert(
    'victim_review',
    'event_id, asked_on, words, decision, decided_on, in_scope, reasons',
    `$9, '2026-01-02', 'w', 'police-no-charge', '2026-01-01', true, '{in-scope}'`,
    review,
    event,
  )
  await insert('victim_complaint', 'event_id, received_on, words', `$9, '2026-01-02', 'w'`, complaint, event)
  return { review, complaint }
}

async function addEvent(
  { owner }: Pick<World, 'owner'>,
  occurrence: number,
  {
    by,
    about = null,
    source = 'hand',
  }: { readonly by: string; readonly about?: string | null; readonly source?: string },
): Promise<string> {
  const id = randomUUID()
  await owner(
    `INSERT INTO case_event (id, occurrence_id, victim_id, kind, happened_at, received_at, source, external_reference,
      logged_by, logged_at) VALUES ($1, $2, $3, 'suspect-arrested', now(), now(), $4, $5, $6, now())`,
    [id, occurrence, about, source, source === 'hand' ? null : 'r', by],
  )
  return id
}

/** A victim of an area, with an arrest on their case: for the routes that open them. */
export async function addVictimExample(world: World): Promise<Record<string, string>> {
  const { owner, personas, areas, store } = world
  const victim = randomUUID()
  const occurrence = await world.addOccurrence()
  await owner(
    `INSERT INTO record (id, kind, reference, title, stage, area_id, opened_by, opened_at)
    VALUES ($1, 'victim', 'VIC-0000-0000', 'T', 'open', $2, $3, $4)`,
    [victim, areas.A1, personas.sergeantA.account, store.clock.now()],
  )
  await owner(
    `INSERT INTO victim (id, occurrence_id, name, standing, source, code, reported_at, area_id, marking)
    VALUES ($1, $2, 'N', 'person', 'hand', '2020', $3, $4, 'OFFICIAL')`,
    [victim, occurrence, store.clock.now(), areas.A1],
  )
  const by = personas.sergeantA.account
  const caseEvent = await addEvent(world, occurrence, { by })
  const used = await addRights(world, [...guardValues({ area: areas.A1 }), victim, by], caseEvent)
  return { victim, caseEvent, victimReview: used.review, victimComplaint: used.complaint }
}
