import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/** A plan for each record, under its guards, with all that belongs to one; and patterns in two areas, one marked higher. */
export async function seedProblems(world: World, records: Records): Promise<void> {
  const run = world.owner
  const { personas, areas } = world
  for (const { id, ...guards } of records) {
    const values = guardValues(guards)
    const by = guards.owner ?? personas.chief.account
    await run(
      `INSERT INTO problem_plan (id, problem_type, place_type, place, source, ${GUARD_COLUMNS})
      VALUES ($6, 'burglary', 'homes', 'Abbey Road', 'calls', $1, $2, $3, $4, $5)`,
      [...values, id],
    )
    await run(
      `INSERT INTO problem_hypothesis (id, plan_id, words, test, written_by, written_at, ${GUARD_COLUMNS})
      VALUES ($6, $7, 'W', 'T', $8, now(), $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by],
    )
    await run(
      `INSERT INTO problem_evaluation (id, plan_id, version, categories, treated, comparison, ring, before_from, before_to,
        after_from, after_to, reason, chosen_by, chosen_at, ${GUARD_COLUMNS})
      VALUES ($6, $7, 1, '{burglary}', $9, '{}', '{}', '2025-01-01', '2025-01-31', '2025-02-01', '2025-02-28', 'R', $8, now(),
        $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by, [areas.A1]],
    )
    await run(
      `INSERT INTO problem_response (action_id, plan_id, side, technique, mechanism, evidence_link, added_by, added_at,
        tactic, ${GUARD_COLUMNS}) SELECT id, $6, 'place', 'E1', 'M', 'L', $7, now(), 'cctv', $1, $2, $3, $4, $5 FROM action
      WHERE record_id = $6`,
      [...values, id, by],
    )
    await run(
      `INSERT INTO problem_check (id, plan_id, months, held, words, checked_by, checked_at, ${GUARD_COLUMNS})
      VALUES ($6, $7, 3, 'held', 'W', $8, now(), $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by],
    )
    await run(
      `INSERT INTO problem_lesson (plan_id, reference, title, problem_type, place_type, words, outcome, held, area_name,
        closed_on, written_by, ${GUARD_COLUMNS})
      VALUES ($6, 'PRB-1', 'T', 'burglary', 'homes', 'W', 'reduced', 'held', 'Abbey', '2026-01-01', $7, $1, $2, $3, $4, $5)`,
      [...values, id, by],
    )
    await run(
      `INSERT INTO assessment (id, record_id, instrument, instrument_version, answers, score, suggestion, judgement, made_by,
        made_at, ${GUARD_COLUMNS}) VALUES ($6, $7, 'PLAN-QUALITY', 1, '{}', 0, 'not-yet', 'not-yet', $8, now(), $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by],
    )
  }
  const patterns: readonly (readonly [number, string, string | null])[] = [
    [areas.A1, 'OFFICIAL', personas.sergeantA.account],
    [areas.B1, 'OFFICIAL', personas.officerB.account],
    [areas.B1, 'OFFICIAL-SENSITIVE', null],
  ]
  for (const [area, marking, by] of patterns) {
    const id = randomUUID()
    await run(
      `INSERT INTO problem_candidate (id, kind, evidence_key, category, first_on, last_on, count, found_at, looked_at, area_id,
        marking, decided_by) VALUES ($1, 'hot-spot', $1::uuid::text, 'burglary', '2026-01-01', '2026-06-01', 1, now(), now(), $2, $3, $4)`,
      [id, area, marking, by],
    )
    await run(
      `INSERT INTO problem_candidate_row (candidate_id, occurrence_id, area_id, marking)
      SELECT $1, min(id), $2, $3 FROM occurrence WHERE compartment_id IS NULL AND marking = $3`,
      [id, area, marking],
    )
  }
  await run(
    `INSERT INTO problem_look (id, looked_at, first_on, last_on, refusals) VALUES ($1, now(), '2026-01-01', '2026-06-01', '{}')`,
    [randomUUID()],
  )
}

/** A review of policy by somebody who may write one and by somebody who may not; and two who are told what is learnt. */
export async function seedTactics({ owner, personas }: World): Promise<void> {
  for (const { account } of [personas.chief, personas.sergeantA]) {
    await owner(
      `INSERT INTO policy_review (id, problem_type, title, decided, evidence, reviewed_on, next_review_on, written_by, written_at)
      VALUES ($1, 'burglary', 'P', 'D', 'E', '2026-01-01', '2027-01-01', $2, now())`,
      [randomUUID(), account],
    )
    await owner(`INSERT INTO tactic_subscription VALUES ($1, 'burglary', now())`, [account])
  }
}

/** Plans and patterns in one area, in another and marked higher, and in a compartment: what rows of the routes are about. */
export async function seedProblemExamples(world: World): Promise<Record<string, string>> {
  const { owner, areas, compartment } = world
  const plan = async (guards: Parameters<World['addRecord']>[0]) => {
    const id = await world.addRecord(guards)
    await owner(`UPDATE record SET kind = 'problem-plan', stage = 'objective' WHERE id = $1`, [id])
    await owner(
      `INSERT INTO problem_plan (id, problem_type, place_type, place, source, area_id, unit_id, owner_id, marking, compartment_id)
      SELECT id, 'burglary', 'homes', 'Abbey Road', 'calls', area_id, unit_id, owner_id, marking, compartment_id FROM record
      WHERE id = $1`,
      [id],
    )
    return id
  }
  const candidate = async (area: number, marking: string) => {
    const id = randomUUID()
    await owner(
      `INSERT INTO problem_candidate (id, kind, evidence_key, category, first_on, last_on, count, found_at, looked_at, area_id,
        marking) VALUES ($1, 'hot-spot', $1::uuid::text, 'burglary', '2026-01-01', '2026-06-01', 1, now(), now(), $2, $3)`,
      [id, area, marking],
    )
    await owner(
      `INSERT INTO problem_candidate_row (candidate_id, occurrence_id, area_id, marking)
      SELECT $1, min(id), $2, $3 FROM occurrence WHERE compartment_id IS NULL AND marking = 'OFFICIAL'`,
      [id, area, marking],
    )
    return id
  }
  const review = async () => {
    const id = randomUUID()
    await owner(
      `INSERT INTO policy_review (id, problem_type, title, decided, evidence, reviewed_on, next_review_on, written_by, written_at)
      VALUES ($1, 'burglary', 'P', 'D', 'E', '2026-01-01', '2027-01-01', $2, now())`,
      [id, world.personas.chief.account],
    )
    return id
  }
  return {
    planA: await plan({ area: areas.A1 }),
    planSensitive: await plan({ area: areas.B1, marking: 'OFFICIAL-SENSITIVE' }),
    planClosed: await plan({ compartment }),
    policyReview: await review(),
    candidateA: await candidate(areas.A1, 'OFFICIAL'),
    candidateSensitive: await candidate(areas.B1, 'OFFICIAL-SENSITIVE'),
  }
}
