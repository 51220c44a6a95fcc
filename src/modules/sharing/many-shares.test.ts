import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withProblems } from '../../../test/world/problems.ts'
import { sharingOf } from '../../../test/world/sharing.ts'
import { endAgreement } from './commands/agreements.ts'
import { askAgency } from './commands/requests.ts'
import { openPartnerShare } from './queries/partner.ts'
import { openSharedRecord } from './queries/sharing.ts'

const force = withProblems()
const { shared, act } = sharingOf(force)
/** More than any list of the partner's shows. */
const MANY = 101

/** A plan shared with the council, with an action and a question of theirs in it. */
async function working() {
  const { run, world } = force()
  const { plan, share } = await shared()
  const agency = world.agencies.council
  const action = await act(plan, agency)
  const asked = await run('sergeantA', askAgency, { id: plan, agency, question: 'Who?', purpose: 'reduce-crime' })
  return { plan, share, action: action.id, request: asked.id }
}

/** So many more rows like this one, all before it where the partner's rows are listed. */
async function copied(table: string, id: string, before: string): Promise<void> {
  await force().world.owner(
    `INSERT INTO ${table} SELECT c.* FROM ${table} t CROSS JOIN unnest($2::uuid[]) AS copy (id)
      CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object('id', copy.id, ${before})) c
    WHERE t.id = $1`,
    [id, Array.from({ length: MANY }, () => randomUUID())],
  )
}

test('The oldest of more than 100 shares opens, with the agency’s actions and questions in it', async () => {
  const { run } = force()
  const first = await working()
  const later = await working()
  await copied('share', later.share, `'shared_at', t.shared_at + interval '1 hour'`)
  await copied('action', later.action, `'due_on', '2026-11-24'`)
  await copied('information_request', later.request, `'due_at', t.due_at - interval '1 day'`)
  const { share, actions, requests } = await run('partner', openPartnerShare, { id: first.share })
  expect(share.record).toBe(first.plan)
  expect(actions.map(({ id }) => id)).toEqual([first.action])
  expect(requests.map(({ id }) => id)).toEqual([first.request])
})

test('An agreement that ends with more than 100 shares tells of each whoever has its record', async () => {
  const { run, world } = force()
  const { plan, share } = await shared()
  await copied('share', share, `'shared_at', t.shared_at`)
  const [row] = (await run('sergeantA', openSharedRecord, { id: plan })).shares
  await run('chief', endAgreement, { id: row?.agreement?.id ?? '', version: 1, reason: 'The council left it' })
  const told = await world.owner<{ account: string; href: string; times: number }>(
    `SELECT n.account_id AS account, n.href, count(DISTINCT n.subject_id)::integer AS times
    FROM notification n JOIN share s ON s.id::text = n.subject_id::text
    WHERE n.event = 'share.ended-early' AND s.record_id = $1 GROUP BY n.account_id, n.href`,
    [plan],
  )
  expect(told).toEqual([
    {
      account: world.personas.sergeantA.account,
      href: `/prevent/sharing/records/problem-plan/${plan}`,
      times: MANY + 1,
    },
  ])
})
