import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/** To each record, under its own guards, a row of every kind that a case has. And thresholds that two people set. */
export async function seedAntisocialBehaviour(world: World, records: Records): Promise<void> {
  const { owner, personas, agencies } = world
  const columns = `${GUARD_COLUMNS})`
  const chief = personas.chief.account
  for (const { id, ...guards } of records) {
    const values = [...guardValues(guards), id]
    const by = guards.owner ?? chief
    await owner(
      `INSERT INTO asb_case (id, category, asb_type, place, ${columns} VALUES ($6, 'nuisance', 'noise', 'Quay', $1, $2, $3, $4, $5)`,
      values,
    )
    await owner(
      `INSERT INTO asb_incident (case_id, occurrence_id, category, asb_type, linked_by, linked_at, ${columns}
      SELECT $6, id, 'nuisance', 'noise', $7, now(), $1, $2, $3, $4, $5 FROM occurrence ORDER BY id LIMIT 1`,
      [...values, by],
    )
    await owner(
      `INSERT INTO asb_power (id, case_id, power, test, evidence, reason, issued_by, starts_on, until, chosen_by, chosen_at, ${columns}
      VALUES ($7, $6, 'advice', 't', 'e', 'r', 'i', '2026-01-01', '2026-02-01', $8, now(), $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), by],
    )
    const review = randomUUID()
    await owner(
      `INSERT INTO asb_review (id, case_id, authority_id, applicant, consent, received_at, threshold_reports, threshold_months,
        threshold_mark, ${columns} VALUES ($7, $6, $8, 'victim', true, now(), 3, 6, 'default', $1, $2, $3, $4, $5)`,
      [...values, review, agencies.council],
    )
    await owner(
      `INSERT INTO asb_recommendation (action_id, review_id, case_id, ${columns}
      SELECT id, $7, $6, $1, $2, $3, $4, $5 FROM action WHERE record_id = $6 LIMIT 1`,
      [...values, review],
    )
  }
  for (const [from, by] of [
    ['2026-01-01', chief],
    ['2026-02-01', personas.commanderA.account],
  ])
    await owner(
      `INSERT INTO asb_threshold (authority_id, valid_from, reports, months, source, set_by, set_at)
      VALUES ($1, $2, 3, 6, 's', $3, now())`,
      [agencies.council, from, by],
    )
}

/** A case of an area with a review to decide on: for the routes that open it. */
export async function addCase({ owner, personas, areas, agencies, store }: World): Promise<Record<string, string>> {
  const asbCase = randomUUID()
  await owner(
    `INSERT INTO record (id, kind, reference, title, stage, area_id, opened_by, opened_at)
    VALUES ($1, 'asb-case', 'ASB-0000-0000', 'T', 'open', $2, $3, $4)`,
    [asbCase, areas.A1, personas.sergeantA.account, store.clock.now()],
  )
  await owner(
    `INSERT INTO asb_case (id, category, asb_type, place, area_id, marking) VALUES ($1, 'nuisance', 'noise', 'Quay', $2, 'OFFICIAL')`,
    [asbCase, areas.A1],
  )
  await owner(
    `INSERT INTO asb_review (id, case_id, authority_id, applicant, consent, received_at, threshold_reports, threshold_months,
      threshold_mark, area_id, marking) VALUES ($1, $2, $3, 'victim', true, now(), 3, 6, 'default', $4, 'OFFICIAL')`,
    [randomUUID(), asbCase, agencies.council, areas.A1],
  )
  return { asbCase }
}
