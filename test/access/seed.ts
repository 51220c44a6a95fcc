import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { seedAntisocialBehaviour } from './seed-antisocial-behaviour.ts'
import { seedCommunities } from './seed-communities.ts'
import { seedCompliance } from './seed-compliance.ts'
import { seedExtracts } from './seed-extracts.ts'
import { seedInspections } from './seed-inspections.ts'
import { seedParties } from './seed-parties.ts'
import { seedProblems, seedTactics } from './seed-problems.ts'
import { seedRecords } from './seed-records.ts'
import { seedSharing } from './seed-sharing.ts'
import { seedTraining } from './seed-training.ts'
import { seedVictims } from './seed-victims.ts'

/** A few rows in every table that the world does not fill by itself, so that each policy has something to let through or hold back. */
export async function seedEveryTable(world: World): Promise<void> {
  const { personas, areas, units } = world
  const sergeant = personas.sergeantA.account
  const member = personas.member.account
  const now = world.store.clock.now()
  const run = world.owner
  await world.addDocument({ area: areas.A1, addedBy: sergeant })
  await world.addDocument({ unit: units.teamB })
  await world.addDocument({ area: areas.B1, marking: 'OFFICIAL-SENSITIVE' })
  await world.addDocument({ compartment: world.compartment, addedBy: member })
  await world.addOccurrence()
  await world.addOccurrence({ marking: 'OFFICIAL-SENSITIVE' })
  await world.addOccurrence({ compartment: world.compartment })
  // Two more compartments: one kept by the records custodian, one whose custodian has left.
  const compartment = 'INSERT INTO compartment (name, custodian) VALUES ($1, $2)'
  await run(compartment, ['Kestrel', personas.custodian.account])
  await run(compartment, ['Merlin', personas.leaver.account])
  await run(
    `INSERT INTO compartment_member (compartment_id, account_id, reason, starts)
    SELECT id, $1, 'works on it', '2016-04-01' FROM compartment WHERE name = 'Kestrel'`,
    [personas.analyst.account],
  )
  await world.token('sergeantA')
  await run(`INSERT INTO sign_in_attempt VALUES (sha256('s'), 'v', 'n', '/', sha256('b'), 'sign-in', NULL, $1)`, [now])
  const key = `INSERT INTO idempotency_key VALUES ($1, 'key-00001', 'area.rename', sha256('i'), NULL, $2)`
  const draft = `INSERT INTO draft VALUES ($1, 'note', '{}', $2)`
  for (const person of [sergeant, personas.partner.account]) {
    await run(key, [person, now])
    await run(draft, [person, now])
  }
  await run(
    `INSERT INTO audit_event (at, event, outcome, principal, purpose, origin, request_id)
    VALUES ($1, 'area.read', 'done', 'staff', 'p', 'o', 'r')`,
    [now],
  )
  await run(`INSERT INTO audit_subject SELECT at, id, 'area', '1' FROM audit_event`)
  // Of each principal that writes without an account, after the subjects: those are about the first line.
  for (const principal of ['service', 'public', 'victim'])
    await run(
      `INSERT INTO audit_event (at, event, outcome, principal, purpose, origin, request_id)
      VALUES ($1, 'area.read', 'done', $2, 'p', 'o', 'r')`,
      [now, principal],
    )
  await run(`INSERT INTO audit_seal VALUES (1, 1, '1', '9', 1, $1, $1, $1, sha256('h'))`, [now])
  await run(
    `INSERT INTO audit_verification (started_at, ended_at, with_heads, seals, row_count, findings)
    VALUES ($1, $1, true, 1, 1, '[]')`,
    [now],
  )
  await run(`INSERT INTO domain_event (at, name, payload, request_id) VALUES ($1, 'area.renamed', '{}', 'r')`, [now])
  const job = `INSERT INTO job_run (id, kind, title, account_id, input, state, asked_at)
    VALUES ($1, 'street.import', 'Import', $2, '{}', 'waiting', $3)`
  await run(job, [randomUUID(), sergeant, now])
  await run(job, [randomUUID(), personas.officerB.account, now])
  await run(
    `INSERT INTO legal_hold (kind, subject, reason, placed_by, placed_at) VALUES ('document', 'x', 'inquiry', $1, $2)`,
    [personas.custodian.account, now],
  )
  await run(
    `INSERT INTO disposal_certificate (rule, kind, what, authority, older_than, row_count, held, disposed_at)
    VALUES ('DR-1', 'draft', 'Drafts', 'policy', $1, 1, 0, $1)`,
    [now],
  )
  await run(`INSERT INTO location (longitude, latitude, cell8, cell9) VALUES (-1, 51, '88', '89')`)
  await run(`INSERT INTO location_area SELECT id, $1 FROM location`, [areas.A1])
  await run(`INSERT INTO monthly_count VALUES ('vale', NULL, '2026-01-01', 'burglary', 'street', 3)`)
  await run(`INSERT INTO population VALUES ('ward', 'A1', 'Abbey', 2024, 'all', 9000, 's', $1)`, [now])
  await run(`INSERT INTO area_indicator VALUES ('ward', 'A1', 'imd-decile', 2019, 3, 's', $1)`, [now])
  await run(
    `INSERT INTO street_import (id, publisher, file_name, file_sha256, imported_at) VALUES ($1, 'vale', 'f', 'x', $2)`,
    [randomUUID(), now],
  )
  const records = await seedRecords(world)
  await seedInspections(world, records)
  await seedProblems(world, records)
  await seedTactics(world)
  await seedParties(world, records)
  await seedCommunities(world, records)
  await seedSharing(world, records)
  await seedAntisocialBehaviour(world, records)
  await seedVictims(world, records)
  await seedCompliance(world)
  await seedTraining(world)
  await seedMeasures(world)
  await seedExtracts(world)
  const push = `INSERT INTO notification (id, account_id, at, event, subject_kind, subject_id, href, seen_at)
    VALUES ($1, $2, $3, 'duty.overdue', 'duty', $1::uuid::text, '/work/duties', $4)`
  await run(push, [randomUUID(), sergeant, now, null])
  await run(push, [randomUUID(), member, now, now])
  const holiday = `INSERT INTO bank_holiday VALUES ($1, 'A day', true, 's', $2, $3)`
  await run(holiday, ['2026-06-03', personas.administrator.account, now])
  await run(holiday, ['2026-06-04', sergeant, now])
}

async function seedMeasures({ owner, personas, areas }: World): Promise<void> {
  await owner(`INSERT INTO measure_value VALUES ('P1-ASB', 1, '2026-01-01', $1, NULL, 3, 9, 0, NULL, now())`, [
    areas.A1,
  ])
  await owner(
    `INSERT INTO measure_snapshot (id, measure, version, month, numerator, unknown, computed_at, frozen_at, frozen_by, purpose)
    VALUES ($1, 'P1-ASB', 1, '2026-01-01', 3, 0, now(), now(), $2, 'finding')`,
    [randomUUID(), personas.sergeantA.account],
  )
}
