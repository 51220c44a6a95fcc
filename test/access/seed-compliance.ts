import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'

/**
 * Counts of what was owed to victims by two teams and by nobody’s, one of them of what is sensitive; a draw of call-backs of each
 * team; and what each victim said.
 */
export async function seedCompliance({ owner, areas, units, personas }: World): Promise<void> {
  for (const [area, unit, marking] of [
    [areas.A1, units.teamA, 'OFFICIAL'],
    [areas.A2, units.A, 'OFFICIAL-SENSITIVE'],
    [areas.B1, units.teamB, 'OFFICIAL'],
    [areas.B1, units.teamB, 'OFFICIAL-SENSITIVE'],
    [null, null, 'OFFICIAL'],
  ] as const)
    await owner(
      `INSERT INTO victim_compliance (month, rule, area_id, unit_id, marking, in_time, late, waived, overdue, unknown)
      VALUES ('2026-01-01', 'VC09-2020', $1, $2, $3, 3, 0, 0, 1, 0)`,
      [area, unit, marking],
    )
  for (const [unit, by] of [
    [units.teamA, personas.sergeantA],
    [units.teamB, personas.chief],
    [units.A, personas.sergeantA],
    [units.force, personas.officerB],
  ] as const)
    await owner(
      `INSERT INTO victim_callback_draw (id, month, unit_id, seed, population, population_sha256, drawn, drawn_by, drawn_at)
      VALUES ($1, '2026-01-01', $2, 7, 1, repeat('0', 64), ARRAY[$1::uuid], $3, now())`,
      [randomUUID(), unit, by.account],
    )
  await owner(
    `INSERT INTO victim_feedback (id, victim_id, asked_at, asked_by, way, useful, informed, treated)
    SELECT gen_random_uuid(), v.id, now(), coalesce(v.owner_id, $1), 'phone', 'yes', 'no', 'unsure' FROM victim v`,
    [personas.sergeantA.account],
  )
}
