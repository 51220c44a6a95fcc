import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

/**
 * To each record, under its own guards, a row of every kind that communities keep: an engagement with something raised, a key
 * individual, a hand-over pack. And profiles and places of two areas, written by one who covers them and by others.
 */
export async function seedCommunities(world: World, records: Records): Promise<void> {
  const { owner, personas, areas } = world
  const columns = `${GUARD_COLUMNS})`
  for (const [number, { id, ...guards }] of records.entries()) {
    const values = [...guardValues(guards), id]
    await owner(
      `INSERT INTO engagement (id, kind, heard, happened_at, ${columns} VALUES ($6, 'surgery', '{older}', now(), $1, $2, $3, $4, $5)`,
      values,
    )
    await owner(
      `INSERT INTO engagement_issue (id, engagement_id, number, category, wants_answer, ${columns}
      VALUES ($7, $6, 1, 'asb', true, $1, $2, $3, $4, $5)`,
      [...values, randomUUID()],
    )
    await owner(
      `INSERT INTO key_individual (id, party_id, role, purpose, review_on, ${columns}
      SELECT $6, id, 'Imam', 'Asked about feasts', '2026-01-01', $1, $2, $3, $4, $5 FROM party ORDER BY id LIMIT 1 OFFSET $7`,
      [...values, number],
    )
    await owner(
      `INSERT INTO handover_pack (id, of_area, made_by, made_at, keep_until, content, ${columns}
      VALUES ($6, $7, $8, now(), '2026-02-01', '{}', $1, $2, $3, $4, $5)`,
      [...values, areas.A1, guards.owner ?? personas.chief.account],
    )
  }
  for (const [area, by] of [
    [areas.A1, personas.chief.account],
    [areas.B1, personas.member.account],
    [areas.A2, personas.sergeantA.account],
  ]) {
    await owner(
      `INSERT INTO community_profile (area_id, about, reviewed_by, reviewed_at) VALUES ($1, 'A town', $2, now())`,
      [area, by],
    )
    await owner(
      `INSERT INTO meeting_place (id, area_id, kind, name, added_by, added_at) VALUES ($1, $2, 'place', 'Hall', $3, now())`,
      [randomUUID(), area, by],
    )
  }
}

/** One of each in an area, as records of their kinds: for the routes that open them. */
export async function addCommunity(
  { owner, personas, areas, store }: World,
  party: number,
): Promise<Record<string, string>> {
  const made: [string, string][] = []
  const record = async (name: string, kind: string, prefix: string) => {
    const id = randomUUID()
    await owner(
      `INSERT INTO record (id, kind, reference, title, stage, area_id, opened_by, opened_at) VALUES ($1, $2, $3, 'T', 's', $4, $5, $6)`,
      [id, kind, `${prefix}-0000-0000`, areas.A1, personas.sergeantA.account, store.clock.now()],
    )
    made.push([name, id])
    return id
  }
  const [issue, place] = [randomUUID(), randomUUID()]
  const engagement = await record('engagement', 'engagement', 'ENG')
  await owner(
    `INSERT INTO engagement (id, kind, heard, happened_at, area_id, marking) VALUES ($1, 'surgery', '{older}', now(), $2, 'OFFICIAL')`,
    [engagement, areas.A1],
  )
  await owner(
    `INSERT INTO engagement_issue (id, engagement_id, number, category, wants_answer, area_id, marking)
    VALUES ($1, $2, 1, 'asb', true, $3, 'OFFICIAL')`,
    [issue, engagement, areas.A1],
  )
  await owner(
    `INSERT INTO key_individual (id, party_id, role, purpose, review_on, area_id, marking)
    VALUES ($1, $2, 'Imam', 'Feasts', '2027-01-01', $3, 'OFFICIAL')`,
    [await record('keyIndividual', 'key-individual', 'KIN'), party, areas.A1],
  )
  const content = {
    note: 'n',
    profile: null,
    notHeard: [],
    engagements: 0,
    individuals: [],
    feedback: [],
    duties: [],
    latest: [],
  }
  await owner(
    `INSERT INTO handover_pack (id, of_area, made_by, made_at, keep_until, content, area_id, marking)
    VALUES ($1, $2, $3, now(), '2199-01-01', $4, $2, 'OFFICIAL')`,
    [await record('handOver', 'hand-over', 'HOV'), areas.A1, personas.sergeantA.account, JSON.stringify(content)],
  )
  await owner(
    `INSERT INTO meeting_place (id, area_id, kind, name, added_by, added_at) VALUES ($1, $2, 'place', 'Hall', $3, now())`,
    [place, areas.A1, personas.sergeantA.account],
  )
  return { ...Object.fromEntries(made), issue, meetingPlace: place }
}
