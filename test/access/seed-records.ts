import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'

/** What guards a row, and who owns it. */
interface Guards {
  readonly area?: number
  readonly unit?: number
  readonly owner?: string
  readonly marking?: string
  readonly compartment?: number
}

/**
 * Records in every way in, as documents are; and to each, under the same guards, a row of every table that belongs to
 * records: the timeline, an action, evidence, a duty and its pause. Gives the records' ids with their guards.
 */
export async function seedRecords(world: World): Promise<readonly (Guards & { readonly id: string })[]> {
  const { personas, areas, units, compartment } = world
  const waysIn: readonly Guards[] = [
    { area: areas.A1, owner: personas.sergeantA.account },
    { unit: units.teamB },
    { area: areas.B1, marking: 'OFFICIAL-SENSITIVE' },
    { compartment, owner: personas.member.account },
    { area: areas.B1, owner: personas.sergeantA.account },
    {},
  ]
  const records = []
  for (const guards of waysIn) {
    const id = await world.addRecord({ ...guards, openedBy: guards.owner ?? personas.chief.account })
    await seedBelongings(world, id, guards)
    records.push({ id, ...guards })
  }
  await seedEvidence(world, records)
  return records
}

/** The five columns of guards, and a set of values for them. */
export const GUARD_COLUMNS = 'area_id, unit_id, owner_id, marking, compartment_id'
export const guardValues = ({ area, unit, owner, marking, compartment }: Guards): readonly unknown[] => [
  area ?? null,
  unit ?? null,
  owner ?? null,
  marking ?? 'OFFICIAL',
  compartment ?? null,
]

async function seedBelongings(world: World, record: string, guards: Guards): Promise<void> {
  const { personas, units, agencies } = world
  const by = guards.owner ?? personas.chief.account
  const now = world.store.clock.now()
  const values = guardValues(guards)
  await world.owner(
    `INSERT INTO timeline_entry (id, at, record_id, kind, happened_at, author_id, author_name, words, ${GUARD_COLUMNS})
    VALUES ($6, $7, $8, 'note', $7, $9, 'A', 'Said so', $1, $2, $3, $4, $5)`,
    [...values, randomUUID(), now, record, by],
  )
  // For a person out of reach of the record, for a team out of reach of it, or for a partner.
  const assignee = {
    assignee_id: guards.area === undefined ? null : personas.officerB.account,
    assignee_unit_id: guards.area === undefined && guards.unit !== undefined ? units.desk : null,
    assignee_agency_id: guards.area === undefined && guards.unit === undefined ? agencies.council : null,
  }
  await world.owner(
    `INSERT INTO action (id, record_id, title, ${Object.keys(assignee).join(', ')}, added_by, added_at, ${GUARD_COLUMNS})
    VALUES ($6, $7, 'Do it', $8, $9, $10, $11, $12, $1, $2, $3, $4, $5)`,
    [...values, randomUUID(), record, ...Object.values(assignee), by, now],
  )
  const duty = randomUUID()
  await world.owner(
    `INSERT INTO duty (id, rule, rule_from, record_id, subject_kind, subject_id, title, triggered_by, triggered_at,
      opened_at, ${GUARD_COLUMNS}) VALUES ($6, 'X-01', '2016-04-01', $7, 'finding', $7::uuid::text, 'Answer', 'finding.imported', $8, $8,
      $1, $2, $3, $4, $5)`,
    [...values, duty, record, now],
  )
  await world.owner(
    `INSERT INTO duty_pause (id, duty_id, starts_at, reason, paused_by, ${GUARD_COLUMNS})
    VALUES ($6, $7, $8, 'no safe contact', $9, $1, $2, $3, $4, $5)`,
    [...values, randomUUID(), duty, now, by],
  )
}

/** On each record; on an open one marked higher and in a compartment; and on a question alone. */
async function seedEvidence(world: World, records: readonly { readonly id: string; readonly owner?: string }[]) {
  const { personas, compartment } = world
  const chief = personas.chief.account
  const last = records.at(-1)?.id ?? null
  const rows: readonly (readonly [string | null, string, string, number | null])[] = [
    ...records.map((record) => [record.id, record.owner ?? chief, 'OFFICIAL', null] as const),
    [last, personas.sergeantA.account, 'OFFICIAL-SENSITIVE', null],
    [last, personas.member.account, 'OFFICIAL', compartment],
    // What somebody could only have put there who did not see it.
    [last, personas.sergeantA.account, 'OFFICIAL', compartment],
    [null, chief, 'OFFICIAL', null],
  ]
  for (const [record, by, marking, inside] of rows)
    await world.owner(
      `INSERT INTO evidence (id, record_id, question, title, kind, words, observed_on, keeps_days, added_by, added_at, marking,
        compartment_id) VALUES ($1, $2, 'PEEL2016/E1.1', 'Visits made', 'visit', 'Seen', '2026-01-01', 90, $3, now(), $4, $5)`,
      [randomUUID(), record, by, marking, inside],
    )
}
