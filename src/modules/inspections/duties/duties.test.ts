import { beforeAll, describe, expect, test } from 'vitest'
import { measures, withForce } from '../../../../test/world/inspections.ts'
import { answerFinding } from '../commands/answer-finding.ts'
import { claimMet } from '../commands/claim-met.ts'
import { linkMeasure } from '../commands/link-measure.ts'
import { reviewFinding } from '../commands/review-finding.ts'
import { setDue } from '../commands/set-due.ts'
import { trackFinding } from '../commands/track-finding.ts'
import { withdrawClaim } from '../commands/withdraw-claim.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { listNotifications } from '#kernel/notifications/list.ts'
import { transaction } from '#platform/db/transaction.ts'
import { handOnDuty } from '#kernel/duties/hand-on-duty.ts'
import { faultsOf } from '#kernel/duties/registry.ts'
import { findingDutyRules } from './duty-rules.ts'

const force = withForce()
let [plan, files] = ['', '']
beforeAll(async () => {
  const { findings } = await force().save()
  ;[plan = '', files = ''] = findings
})

/** Every duty on the finding, in the order in which they were opened: rule, London day of its due, whether it is open. */
async function owed(finding: string) {
  const rows = await force().world.owner<{ rule: string; due: string; open: boolean }>(
    `SELECT rule, (due_at AT TIME ZONE 'Europe/London')::date::text AS due, ended_at IS NULL AS open
    FROM duty WHERE subject_kind = 'finding' AND subject_id = $1 ORDER BY rule, opened_at, triggered_by`,
    [finding],
  )
  return rows.map(({ rule, due, open }) => `${rule} ${due} ${open ? 'open' : 'over'}`)
}
const act = async (
  operation: Parameters<ReturnType<typeof force>['run']>[1],
  finding: string,
  more: Readonly<Record<string, unknown>> = {},
) => force().run('inspectionLead', operation, { ...(await force().seen(finding)), ...more })

test('the rules are rules', () => {
  expect(faultsOf(findingDutyRules)).toEqual([])
})

describe('What is owed on a finding', () => {
  test('at import: an answer in 56 days, and a look at it every month; by whoever imported it', async () => {
    expect(await owed(plan)).toEqual(['FIN-01 2027-01-18 open', 'FIN-03 2026-12-23 open'])
    const owners = await force().world.owner('SELECT DISTINCT owner_id FROM duty')
    expect(owners).toEqual([{ owner_id: force().world.personas.inspectionLead.account }])
  })

  test('an answer meets the first, a look again the other, which is owed anew from then', async () => {
    await act(answerFinding, plan, { answer: 'accepted' })
    await force().world.moveTo('2026-12-10T09:00:00Z')
    await act(reviewFinding, plan, { words: 'The chart is steady' })
    expect(await owed(plan)).toEqual(['FIN-01 2027-01-18 over', 'FIN-03 2026-12-23 over', 'FIN-03 2027-01-10 open'])
  })

  test('a date is owed until a claim that is borne out; taken back, it is owed again', async () => {
    const { figures, evidence } = force()
    await act(setDue, plan, { due: '2027-03-27' })
    await act(linkMeasure(measures), plan, { measure: 'T-PLANS', direction: 'at-least', target: 80, holdMonths: 3 })
    await figures({ '2026-09': 85, '2026-10': 88, '2026-11': 91 })
    await evidence(plan, '2026-12-01', 90)
    const byDate = async () => (await owed(plan)).filter((line) => line.startsWith('FIN-02'))
    expect(await byDate()).toEqual(['FIN-02 2027-03-27 open'])
    await act(claimMet(measures), plan)
    expect(await byDate()).toEqual(['FIN-02 2027-03-27 over'])
    await force().world.moveTo('2026-12-11T09:00:00Z')
    await act(withdrawClaim, plan, { reason: 'Not yet' })
    expect(await byDate()).toEqual(['FIN-02 2027-03-27 over', 'FIN-02 2027-03-27 open'])
  })

  test('complete to the inspectorate, nothing is owed; opened again, it is', async () => {
    await act(trackFinding, plan, { on: '2026-12-11', status: 'complete' })
    expect((await owed(plan)).filter((line) => line.endsWith('open'))).toEqual([])
    await force().world.moveTo('2026-12-12T09:00:00Z')
    await act(trackFinding, plan, { on: '2026-12-12', status: 'being-progressed' })
    expect((await owed(plan)).filter((line) => line.endsWith('open'))).toEqual([
      'FIN-02 2027-03-27 open',
      'FIN-03 2027-01-12 open',
    ])
  })

  test('a date of the report is owed from the first day, overdue as it may be; an observation owes nothing', async () => {
    const { save, findings } = force()
    const report = [
      'Vale PEEL 2017',
      'Effectiveness',
      'Published 2 November 2026',
      'How effective is the force at keeping people safe and reducing crime?',
      'How effective is the force at tackling serious and organised crime?',
      'The force watches its coast. However, few officers know the maps.',
      'Recommendations',
      '- The force should draw its maps again by 31 March 2018.',
    ].join('\n')
    const saved = await save(report, { 'candidate-0': 'observation', 'candidate-1': 'observation' })
    expect(await owed(saved.findings[0] ?? '')).toEqual([
      'FIN-01 2026-12-28 open',
      'FIN-02 2018-03-31 open',
      'FIN-03 2027-01-12 open',
    ])
    const { findings: observed } = await findings('inspectionLead', { kind: 'observation' })
    expect(observed.length).toBeGreaterThan(0)
    for (const { id } of observed) expect(await owed(id)).toEqual([])
    expect(await owed(files)).toHaveLength(2)
  })
})

describe('A finding that is handed on', () => {
  const ownedBy = async (finding: string) =>
    force().world.owner<{ rule: string; owner: string; unit: string | null; open: boolean }>(
      `SELECT rule, a.name AS owner, u.name AS unit, ended_at IS NULL AS open
      FROM duty d JOIN account a ON a.id = d.owner_id LEFT JOIN unit u ON u.id = d.unit_id
      WHERE subject_id = $1 ORDER BY rule, opened_at, open`,
      [finding],
    )
  const give = (finding: string, owner: string, unit?: number) =>
    act(handOnRecord, finding, { kind: 'finding', owner, unit, marking: 'OFFICIAL', reason: 'She leads on files' })

  test('takes what is open along to its new owner and their team, who is told; what is over stays as it was', async () => {
    const { world } = force()
    await act(answerFinding, files, { answer: 'accepted' })
    await give(files, 'N-sergeantA', world.units.teamA)
    expect(await ownedBy(files)).toEqual([
      { rule: 'FIN-01', owner: 'Ms Voss', unit: null, open: false },
      { rule: 'FIN-03', owner: 'PS Ellis', unit: 'Abbey neighbourhoods', open: true },
    ])
    const { notifications } = await world.run('sergeantA', listNotifications, {})
    expect(notifications).toMatchObject([{ event: 'record.handed-on', href: `/effectiveness/findings/${files}` }])
  })

  test('leaves with them what was handed to somebody else by itself, and with its old owner what has no new one', async () => {
    const { world } = force()
    await act(setDue, files, { due: '2027-06-30' })
    await give(files, '', world.units.teamA)
    expect((await ownedBy(files)).filter(({ open }) => open).map(({ owner }) => owner)).toEqual([
      'PS Ellis',
      'PS Ellis',
    ])
    await give(files, 'N-sergeantA', world.units.teamA)
    const [byDate] = await world.owner<{ id: string; version: number }>(
      `SELECT id, version FROM duty WHERE rule = 'FIN-02' AND subject_id = $1`,
      [files],
    )
    const colleague = { id: byDate?.id ?? '', version: byDate?.version ?? 0, to: world.personas.officerB.account }
    const who = await world.signIn('sergeantA')
    const request = { requestId: 'r', purpose: 'p', origin: 'o' }
    await transaction(world.store, who, request, async ({ open }) => ({
      value: await handOnDuty(await open(), { ...colleague, reason: 'On leave' }),
      audit: [],
    }))
    await give(files, 'N-inspectionLead')
    const open = (await ownedBy(files)).filter((duty) => duty.open)
    expect(open.map(({ rule, owner }) => `${rule} ${owner}`)).toEqual(['FIN-02 PC Okoro', 'FIN-03 Ms Voss'])
  })
})
