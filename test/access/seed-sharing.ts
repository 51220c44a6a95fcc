import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'
import { GUARD_COLUMNS, guardValues, type seedRecords } from './seed-records.ts'

type Records = Awaited<ReturnType<typeof seedRecords>>

const SHARE = `INSERT INTO share (id, record_id, record_kind, agency_id, agreement_id, emergency_reason, gateway, purpose, classes, reference, title,
    until_on, shared_by, shared_at, ended_at, ended_by, ended_reason, ${GUARD_COLUMNS})
  SELECT $6, r.id, 'problem-plan', $8, $9, CASE WHEN $9::uuid IS NULL THEN 'Tonight' END, 'crime-disorder-s115', 'reduce-crime', '{summary}', r.reference,
    r.title, $10, $11, now(), $12, CASE WHEN $12::timestamptz IS NULL THEN NULL ELSE $11::uuid END,
    CASE WHEN $12::timestamptz IS NULL THEN NULL ELSE 'Done' END, $1, $2, $3, $4, $5 FROM record r WHERE r.id = $7`
const ASK = `INSERT INTO information_request (id, record_id, agency_id, asked_of, question, purpose, asked_by, asked_at, due_at)
  VALUES ($1, $2, $3, $4, 'Who?', 'reduce-crime', $5, now(), now() + interval '14 days')`

async function agreement({ owner, agencies }: World, by: string): Promise<string> {
  const id = randomUUID()
  await owner(
    `INSERT INTO sharing_agreement (id, title, agencies, gateway, purposes, classes, from_on, until_on, review_on, made_by, made_at)
    VALUES ($1, 'Safety', ARRAY[$2::bigint], 'crime-disorder-s115', '{reduce-crime}', '{summary}', '2026-01-01', '2199-01-01',
      '2100-01-01', $3, now())`,
    [id, agencies.council, by],
  )
  return id
}

interface Shared {
  readonly record: Records[number]
  readonly agency: number
  readonly agreement: string | null
  readonly by: string
  readonly until?: string
  readonly endedAt?: Date
}

async function share({ owner }: World, of: Shared): Promise<string> {
  const { id: record, ...guards } = of.record
  const id = randomUUID()
  const values = [...guardValues(guards), id, record, of.agency, of.agreement, of.until ?? '2199-01-01', of.by]
  await owner(SHARE, [...values, of.endedAt ?? null])
  await owner(
    `INSERT INTO share_part (share_id, number, class, label, words) VALUES ($1, 1, 'summary', 'Where', 'Abbey')`,
    [id],
  )
  return id
}

/**
 * Each record shared with the partner's agency, refused once, and asked about: of the force where it is somebody's, else of the
 * agency. And of the first what the partner may not see: shared with another agency, ended, and past its day.
 */
export async function seedSharing(world: World, records: Records): Promise<void> {
  const { owner, personas, agencies, store } = world
  const agreed = await agreement(world, personas.chief.account)
  await agreement(world, personas.sergeantA.account)
  for (const record of records) {
    const by = record.owner ?? personas.chief.account
    const of = { record, agreement: agreed, by }
    await share(world, { ...of, agency: agencies.council })
    await owner(`INSERT INTO share_refusal VALUES ($1, $2, $3, 'reduce-crime', 'SHR01', 'No agreement', $4, now())`, [
      randomUUID(),
      record.id,
      agencies.council,
      by,
    ])
    const [askedOf, asker] = record.owner === undefined ? ['agency', by] : ['force', personas.partner.account]
    await owner(ASK, [randomUUID(), record.id, agencies.council, askedOf, asker])
    await owner(ASK, [randomUUID(), record.id, agencies.force, 'agency', by])
  }
  const [record] = records
  if (record === undefined) return
  const of = { record, agreement: agreed, by: personas.sergeantA.account }
  await share(world, { ...of, agency: agencies.force })
  await share(world, { ...of, agency: agencies.council, endedAt: store.clock.now() })
  await share(world, { ...of, agency: agencies.council, until: '2026-01-01' })
  await seedTold(world, record.id)
}

/** What a partner was told of: a share and a question of their agency, and of another. */
async function seedTold({ owner, personas, agencies }: World, record: string): Promise<void> {
  for (const agency of [agencies.council, agencies.force])
    for (const [kind, table, standing] of [
      ['share', 'share', `AND ended_at IS NULL AND until_on > '2100-01-01'`],
      ['information-request', 'information_request', ''],
    ])
      await owner(
        `INSERT INTO notification (id, account_id, at, event, subject_kind, subject_id, href)
        SELECT gen_random_uuid(), $1, now(), 'share.opened', $2, id, '/partner' FROM ${table ?? ''}
        WHERE agency_id = $3 AND record_id = $4 ${standing ?? ''} ORDER BY id LIMIT 1`,
        [personas.partner.account, kind, agency, record],
      )
}

/** Of one plan what is shared with the partner's agency and what with another, with an action and a question of each. */
export async function addSharing(world: World, plan: string, area: number): Promise<Record<string, string>> {
  const { owner, personas, agencies } = world
  const by = personas.sergeantA.account
  const of = { record: { id: plan, area }, by }
  const agreed = await agreement(world, personas.chief.account)
  const action = async (agency: number) => {
    const id = randomUUID()
    await owner(
      `INSERT INTO action (id, record_id, title, assignee_agency_id, added_by, added_at, area_id, marking)
      VALUES ($1, $2, 'Mend the lights', $3, $4, now(), $5, 'OFFICIAL')`,
      [id, plan, agency, by, area],
    )
    return id
  }
  const ask = async (agency: number, askedOf: string, asker: string) => {
    const id = randomUUID()
    await owner(ASK, [id, plan, agency, askedOf, asker])
    return id
  }
  return {
    agreement: agreed,
    share: await share(world, { ...of, agreement: agreed, agency: agencies.council }),
    shareElsewhere: await share(world, { ...of, agreement: null, agency: agencies.force }),
    partnerAction: await action(agencies.council),
    partnerActionElsewhere: await action(agencies.force),
    requestOfAgency: await ask(agencies.council, 'agency', by),
    requestOfForce: await ask(agencies.council, 'force', personas.partner.account),
    requestElsewhere: await ask(agencies.force, 'agency', by),
  }
}
