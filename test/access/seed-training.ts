import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'

/**
 * Training of people in two teams, recorded by the chief, by their sergeant and by somebody who may not; one of them taken back
 * by the chief. Gives the example that rows of the routes are about.
 */
export async function seedTraining({ owner, personas }: World): Promise<{ readonly holding: string }> {
  const holding = randomUUID()
  for (const [id, of, by, backBy] of [
    [holding, personas.sergeantA, personas.chief, null],
    [randomUUID(), personas.officerB, personas.chief, null],
    [randomUUID(), personas.member, personas.sergeantA, personas.chief],
    [randomUUID(), personas.chief, personas.administrator, null],
    [randomUUID(), personas.officerB, personas.sergeantA, null],
  ] as const)
    await owner(
      `INSERT INTO competence_holding (id, account_id, competence, gained_on, expires_on, course, recorded_by, recorded_at,
        withdrawn_at, withdrawn_by, withdrawn_reason)
      SELECT $1, $2, 'problem-solving', $5::date, $5::date + 730, 'C', $3, now(), CASE WHEN $4::uuid IS NULL THEN NULL ELSE now() END, $4,
        CASE WHEN $4::uuid IS NULL THEN NULL ELSE 'R' END`,
      [id, of.account, by.account, backBy?.account ?? null, by === personas.sergeantA ? '2026-02-01' : '2026-01-01'],
    )
  return { holding }
}
