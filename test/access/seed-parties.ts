import { randomUUID } from 'node:crypto'
import { partiesOf, type Parties } from '../world/parties.ts'
import type { World } from '../world/world.ts'
import type { seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/** Guards as a party has them: none, sensitive, in the compartment of `member`. */
type Guards = { readonly marking?: string; readonly compartment?: number }

/**
 * Parties of every kind that are open, marked higher and in a compartment, with names, links, roles and markers under guards of
 * their own; pairs of them that may be one, and what was made of identities.
 */
export async function seedParties(world: World, records: Records): Promise<void> {
  const parties = partiesOf(world)
  const ways: readonly Guards[] = [{}, { marking: 'OFFICIAL-SENSITIVE' }, { compartment: world.compartment }]
  const people: number[] = []
  for (const guards of ways) {
    people.push(await parties.person({ ...guards, birth: '1980-05-17' }))
    await parties.organisation(guards)
    await parties.address(guards)
    await parties.vehicle(guards)
    await parties.phone(guards)
  }
  const [open = 0, sensitive = 0, closed = 0] = people
  // Typed in: open by the sergeant, and in the compartment by somebody in it.
  const entered = await parties.person({ source: 'entered', given: 'Ann' })
  const inside = await parties.person({ source: 'entered', given: 'Bea', compartment: world.compartment })
  await world.owner('UPDATE party SET added_by = $1 WHERE id = $2', [world.personas.member.account, inside])
  await parties.name(open, { full: 'Jack Smith', marking: 'OFFICIAL-SENSITIVE' })
  await parties.name(open, { full: 'John Brown', compartment: world.compartment })
  await seedBelongings(world, parties, [open, sensitive, closed, entered], records)
  await seedIdentities(world, [open, sensitive, closed, entered, inside])
}

type Some = readonly [open: number, sensitive: number, closed: number, entered: number]

async function seedBelongings(world: World, parties: Parties, some: Some, records: Records): Promise<void> {
  const [open, sensitive, closed, entered] = some
  const home = await parties.address({ number: '2' })
  const happened = await world.addOccurrence()
  await parties.link(open, 'lives-at', home, { occurrence: happened })
  await parties.link(sensitive, 'lives-at', home, { marking: 'OFFICIAL-SENSITIVE' })
  await parties.link(closed, 'lives-at', home, { ...within(world) })
  await parties.role(open, 'victim', happened)
  await parties.role(sensitive, 'suspect', happened, { marking: 'OFFICIAL-SENSITIVE' })
  await parties.role(closed, 'witness', happened, within(world))
  // Under the guards of each record that they come from; all entered, so that a policy lets some through.
  for (const { id, ...guards } of records) {
    await parties.link(open, 'associate-of', entered, { ...guards, record: id, source: 'entered' })
    await parties.role(open, 'subject', null, { ...guards, record: id })
  }
  await world.owner(`UPDATE party_role SET source = 'entered' WHERE record_id IS NOT NULL`)
  await parties.link(closed, 'associate-of', entered, { source: 'entered' })
  await parties.marker(open, 'weapons')
  await parties.marker(open, 'violent', { marking: 'OFFICIAL-SENSITIVE' })
  await parties.marker(open, 'protected', within(world))
  await parties.marker(closed, 'wanted', within(world))
  await world.owner(`UPDATE party_marker SET added_by = $1 WHERE compartment_id IS NOT NULL AND kind = 'wanted'`, [
    world.personas.member.account,
  ])
}

async function seedIdentities({ owner, personas, compartment }: World, some: readonly number[]): Promise<void> {
  const [open = 0, sensitive = 0, closed = 0, entered = 0, inside = 0] = some
  const first = { by: personas.reviewer.account, stage: 'second-needed' }
  const pairs: readonly (readonly [number, number, string | null, string, readonly number[], typeof first | null])[] = [
    [open, entered, personas.sergeantA.account, 'OFFICIAL', [], null],
    [sensitive, entered, personas.sergeantA.account, 'OFFICIAL-SENSITIVE', [], null],
    [closed, inside, personas.member.account, 'OFFICIAL', [compartment], null],
    // Decided by the reviewer, at first; and in the compartment, as if they had been in it.
    [open, sensitive, null, 'OFFICIAL-SENSITIVE', [], first],
    [open, closed, null, 'OFFICIAL', [compartment], first],
    // What somebody could only have put there with guards wider than those of a party.
    [closed, entered, personas.member.account, 'OFFICIAL', [], null],
    [entered, inside, personas.sergeantA.account, 'OFFICIAL', [], null],
  ]
  for (const [left, right, by, marking, compartments, decided] of pairs) {
    const said = [decided?.by, decided && '2026-01-01', decided && 'same', decided && 'The same date of birth']
    await owner(
      `INSERT INTO match_proposal (id, kind, left_party, right_party, stage, proposed_by, proposed_at, marking, compartment_ids,
        first_by, first_at, first_verdict, first_reason) VALUES ($1, 'person', $2, $3, $4, $5, now(), $6, $7, $8, $9, $10, $11)`,
      [
        randomUUID(),
        left,
        right,
        decided?.stage ?? 'open',
        by,
        marking,
        compartments,
        ...said.map((one) => one ?? null),
      ],
    )
  }
  await owner(
    `INSERT INTO match_model (id, kind, parameters, learnt_at, parties, pairs) VALUES ('person-1', 'person', '{}', now(), 5, 10)`,
  )
  await owner(
    `INSERT INTO match_run (id, kind, model, parts, started_at) VALUES ($1, 'person', 'person-1', 1, now())`,
    [randomUUID()],
  )
  for (const [by, marking, compartments] of [
    [personas.reviewer.account, 'OFFICIAL', []],
    [personas.reviewer.account, 'OFFICIAL-SENSITIVE', []],
    [personas.reviewer.account, 'OFFICIAL', [compartment]],
    [personas.chief.account, 'OFFICIAL', []],
  ] as const)
    await owner(
      `INSERT INTO identity_change (id, at, kind, by_account, reason, parties, from_identity, to_identity, marking, compartment_ids)
      VALUES ($1, now(), 'merged', $2, 'The same date of birth', $3, $4, $5, $6, $7)`,
      [randomUUID(), by, [entered], entered, open, marking, compartments],
    )
}

function within(world: World): { readonly compartment: number } {
  return { compartment: world.compartment }
}
