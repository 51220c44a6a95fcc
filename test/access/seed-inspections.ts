import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/** An inspection with a finding for each record, and what is made of findings; the force's own judgement; a visit. */
export async function seedInspections(world: World, records: Records): Promise<void> {
  const { personas } = world
  const lead = personas.inspectionLead.account
  const now = world.store.clock.now()
  const run = world.owner
  const inspection = randomUUID()
  await run(
    `INSERT INTO inspection (id, force_name, year, pillar, framework, imported_by, imported_at)
    VALUES ($1, 'Vale', 2016, 'effectiveness', 'PEEL2016', $2, $3)`,
    [inspection, lead, now],
  )
  await run(
    `INSERT INTO inspection_copy (inspection_id, report, report_sha256, imported_by, imported_at)
    VALUES ($1, 'r', $2, $3, $4)`,
    [inspection, 'a'.repeat(64), lead, now],
  )
  await run(`INSERT INTO inspection_question (inspection_id, number, title, narrative) VALUES ($1, 1, 'How?', '{}')`, [
    inspection,
  ])
  for (const { id, ...guards } of records) {
    const values = guardValues(guards)
    const by = guards.owner ?? lead
    await run(
      `INSERT INTO finding (id, inspection_id, question_number, kind, text, inspectorate_status, ${GUARD_COLUMNS})
      VALUES ($6, $7, 1, 'afi', 'Improve', 'being-progressed', $1, $2, $3, $4, $5)`,
      [...values, id, inspection],
    )
    await run(
      `INSERT INTO finding_measure (finding_id, measure, target, direction, hold_months, linked_by, linked_at, ${GUARD_COLUMNS})
      VALUES ($6, 'P1-ASB', 5, 'at-most', 3, $7, $8, $1, $2, $3, $4, $5)`,
      [...values, id, by, now],
    )
    await run(
      `INSERT INTO finding_claim (id, finding_id, claimed_by, claimed_at, held, shown, ${GUARD_COLUMNS})
      VALUES ($6, $7, $8, $9, true, 'holds', $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by, now],
    )
    await run(
      `INSERT INTO tracker_entry (id, finding_id, on_date, status, entered_by, entered_at, ${GUARD_COLUMNS})
      VALUES ($6, $7, '2026-01-01', 'comment', $8, $9, $1, $2, $3, $4, $5)`,
      [...values, randomUUID(), id, by, now],
    )
  }
  await seedNational(world, lead, records[0]?.id ?? null)
  await seedSelfAssessment(world)
  await seedPacks(world)
  await seedVisits(world, lead)
}

async function seedNational(world: World, lead: string, finding: string | null): Promise<void> {
  // One that a person entered and linked to its finding, and one that the command line brought.
  for (const [title, by] of [
    ['All forces', lead],
    ['All forces again', null],
  ]) {
    const [recommendation, copy] = [randomUUID(), randomUUID()]
    await world.owner(
      `INSERT INTO national_recommendation (id, title, text, raised_on, entered_by, entered_at)
      VALUES ($1, $2, 'Do', '2026-01-01', $3, now())`,
      [recommendation, title, by],
    )
    await world.owner(
      `INSERT INTO national_copy (id, recommendation_id, force_name, finding_id) VALUES ($1, $2, 'Vale', $3)`,
      [copy, recommendation, by === null ? null : finding],
    )
    await world.owner(
      `INSERT INTO tracker_entry (id, copy_id, on_date, status, entered_by, entered_at, marking)
      VALUES ($1, $2, '2026-01-01', 'comment', $3, now(), 'OFFICIAL')`,
      [randomUUID(), copy, by],
    )
  }
}

async function seedSelfAssessment({ owner, personas }: World): Promise<void> {
  const makers = [personas.inspectionLead, personas.chief, personas.commanderA, personas.sergeantA]
  for (const [at, { account }] of makers.entries()) {
    await owner(
      `INSERT INTO judgement (id, question, text, made_by, made_at, version) VALUES ($1, 'PEEL2016/E1', 'Good', $2, now(), $3)`,
      [randomUUID(), account, at + 1],
    )
    await owner(
      `INSERT INTO self_statement (id, question, kind, text, made_by, made_at, marking)
      VALUES ($1, 'PEEL2016/E1', 'gap', 'Not yet', $2, now(), $3)`,
      [randomUUID(), account, at === 0 ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'],
    )
  }
}

async function seedPacks({ owner, personas }: World): Promise<void> {
  const makers = [personas.inspectionLead, personas.chief, personas.commanderA, personas.officerB]
  for (const [at, { account }] of makers.entries())
    await owner(
      `INSERT INTO evidence_pack (id, framework, content, content_sha256, marking, made_by, made_at)
      VALUES ($1, 'PEEL2016', '{}', $2, $3, $4, now())`,
      // The last is above the clearance of its maker, as it is by now.
      [randomUUID(), 'b'.repeat(64), at === 3 ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL', account],
    )
}

async function seedVisits({ owner, personas }: World, lead: string): Promise<void> {
  const visitor = personas.visitingInspector.account
  const visit = `INSERT INTO inspector_visit (id, account_id, starts_at, ends_at, purpose, invited_by, invited_at)
    VALUES ($1, $2, now(), now() + interval '1 day', 'inspection', $3, now())`
  await owner(visit, [randomUUID(), visitor, lead])
  await owner(visit, [randomUUID(), lead, lead])
  for (const by of [visitor, personas.sergeantA.account])
    await owner(
      `INSERT INTO inspector_sample (id, measure, month, seed, population, drawn, drawn_by, drawn_at)
      VALUES ($1, 'P1-ASB', '2026-01-01', 7, 0, '{}', $2, now())`,
      [randomUUID(), by],
    )
}
