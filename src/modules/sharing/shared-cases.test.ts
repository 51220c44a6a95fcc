import { describe, expect, test } from 'vitest'
import { addActionCommand } from '#kernel/actions/add.ts'
import type { DataClass, Gateway } from '#kernel/sharing/lists.ts'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { assessRisk } from '#modules/antisocial-behaviour/commands/assess-risk.ts'
import { choosePower } from '#modules/antisocial-behaviour/commands/choose-power.ts'
import { linkIncident } from '#modules/antisocial-behaviour/commands/link-incident.ts'
import { NOUGHT, personal } from '../../../test/world/antisocial-behaviour.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { sharingOf } from '../../../test/world/sharing.ts'
import { finishAction } from './commands/finish-action.ts'
import { askAgency, reply } from './commands/requests.ts'
import { endShare, reviewShare, shareInEmergency, shareRecord } from './commands/share.ts'
import { openPartnerShare } from './queries/partner.ts'
import { openSharedRecord, shareForm } from './queries/sharing.ts'

const force = withProblems()
const { agreement, wanted } = sharingOf(force)
const KIND = 'asb-case' as const
const PLAIN: readonly DataClass[] = ['summary', 'incidents', 'responses']
const ALL: readonly DataClass[] = [...PLAIN, 'person', 'risk']

/** A case about a person, assessed as of medium risk, with an incident and a power. */
async function assessed() {
  const { run, world } = force()
  const { id, person, seen } = await personal(world)
  const answers = { ...NOUGHT, frequency: 3, escalation: 3, impact: 3, place: 3 }
  await run('sergeantA', assessRisk, { ...seen(), ...answers, judgement: 'medium' })
  const incident = await world.addOccurrence({ category: 'anti-social-behaviour' })
  await world.owner(`UPDATE occurrence SET kind = 'asb' WHERE id = $1`, [incident])
  await run('sergeantA', linkIncident, { ...seen(), incident: String(incident), category: 'personal', type: 'noise' })
  await run('sergeantA', choosePower, {
    ...seen(),
    power: 'cpw',
    test: 'Every night of the last three weeks until two',
    evidence: 'Statements of the man next door',
    reason: 'Advice changed nothing',
    issuedBy: 'PS Ellis',
    startsOn: '2026-11-23',
    until: '2026-12-23',
  })
  const [row] = await world.owner<{ label: string }>('SELECT label FROM party WHERE id = $1', [person])
  return { id, name: row?.label ?? '' }
}

/** What the partner reads of what was asked to be shared; null where it was refused, with the rule. */
async function opened(id: string, more: { readonly classes: readonly DataClass[]; readonly gateway?: Gateway }) {
  const { run } = force()
  const terms = await agreement({ classes: ALL, ...(more.gateway !== undefined && { gateway: more.gateway }) })
  const { share, refused } = await run('sergeantA', shareRecord, {
    ...wanted(id, { agreement: terms, ...more }),
    kind: KIND,
  })
  if (share === null) return { refused, labels: [], words: '', share: '' }
  const { share: seen } = await run('partner', openPartnerShare, { id: share })
  const words = JSON.stringify(seen)
  return { refused, labels: seen.parts.map(({ label }) => label), words, share }
}

describe('A case of anti-social behaviour', () => {
  test('opens what happens, where, and what is done; and neither whom it harms nor their risk', async () => {
    const { id, name } = await assessed()
    const { labels, words } = await opened(id, { classes: PLAIN })
    expect(labels).toEqual([
      'How far it has come',
      'What it is',
      'Category',
      'Where',
      'What was reported',
      'Community protection warning',
    ])
    expect(words).toContain('1 incident, in ')
    expect(words).toContain('until Wed 23 December 2026')
    expect(name).not.toBe('')
    for (const secret of [name, 'medium', 'Statements of the man next door', 'PS Ellis'])
      expect(words).not.toContain(secret)
  })

  test.each([
    ['the name', ['summary', 'person']],
    ['the risk', ['summary', 'risk']],
  ] as const)(
    'does not open %s by a gateway that is there to reduce crime: refused by SHR06, and kept',
    async (_what, classes) => {
      const { id } = await assessed()
      expect((await opened(id, { classes })).refused).toBe('SHR06')
      const { shares, refusals } = await force().run('sergeantA', openSharedRecord, { kind: KIND, id })
      expect([shares, refusals.map(({ rule }) => rule)]).toEqual([[], ['SHR06']])
    },
  )

  test('opens the name alone or the risk alone, as each was chosen, by the Care Act', async () => {
    const { id, name } = await assessed()
    const gateway = 'care-s6'
    const named = await opened(id, { classes: ['person'], gateway })
    expect(named.labels).toEqual(['Whom it harms'])
    expect(named.words).toContain(name)
    expect(named.words).not.toContain('medium')
    const audited = await force().world.owner<{ kind: string }>(
      `SELECT s.kind FROM audit_subject s JOIN audit_subject o USING (at, audit_id) WHERE o.kind = 'share' AND o.subject = $1
      AND s.kind = 'party'`,
      [named.share],
    )
    expect(audited).toHaveLength(1)
    const risk = await opened(id, { classes: ['risk'], gateway })
    expect(risk.labels).toEqual(['The risk to them'])
    expect(risk.words).toContain('medium')
    expect(risk.words).not.toContain(name)
  })

  test('opens no name to anybody where whoever shares it may not open the person', async () => {
    const { id, name } = await assessed()
    const { world } = force()
    await world.owner('UPDATE party SET compartment_id = $2 WHERE label = $1', [name, world.compartment])
    const { labels, words } = await opened(id, { classes: ['summary', 'person'], gateway: 'care-s6' })
    expect(labels).not.toContain('Whom it harms')
    expect(words).not.toContain(name)
  })

  test('in an emergency opens the name only to protect a life, a child or an adult', async () => {
    const { run } = force()
    const { id } = await assessed()
    const input = { ...wanted(id, { classes: ['person'], untilOn: '2026-11-30', reason: 'Tonight' }), kind: KIND }
    expect(await run('sergeantA', shareInEmergency, input)).toMatchObject({ share: null, refused: 'SHR06' })
    const { share } = await run('sergeantA', shareInEmergency, { ...input, gateway: 'vital-interests' })
    await run('commanderA', reviewShare, { id: share ?? '', version: 1, words: 'Right' })
    await run('sergeantA', endShare, { id: share ?? '', version: 2, reason: 'They are safe' })
    await expect(run('partner', openPartnerShare, { id: share ?? '' })).rejects.toBeInstanceOf(NotFound)
  })

  test('offers its own parts only: an aim or an analysis is a plan’s, a name is a case’s', async () => {
    const { run, plan } = force()
    const { id } = await assessed()
    await expect(
      run('sergeantA', shareRecord, { ...wanted(id, { classes: ['aim'] }), kind: KIND }),
    ).rejects.toBeInstanceOf(Invalid)
    await expect(run('sergeantA', shareRecord, wanted(await plan(), { classes: ['person'] }))).rejects.toBeInstanceOf(
      Invalid,
    )
    const form = await run('sergeantA', shareForm, { kind: KIND, id })
    expect(new Set(form.parts.map((part) => part.class))).toEqual(new Set(ALL))
    await expect(run('sergeantA', shareForm, { id })).rejects.toBeInstanceOf(NotFound)
  })

  test('has the partner’s actions and questions in it, as a plan has', async () => {
    const { run, world } = force()
    const { id } = await assessed()
    const { share } = await opened(id, { classes: PLAIN })
    const agency = world.agencies.council
    const action = await run('sergeantA', addActionCommand, { kind: KIND, id, title: 'Mend the door', agency })
    const asked = await run('sergeantA', askAgency, {
      kind: KIND,
      id,
      agency,
      question: 'Who lets it?',
      purpose: 'reduce-crime',
    })
    const seen = await run('partner', openPartnerShare, { id: share })
    expect([seen.actions.map((one) => one.id), seen.requests.map((one) => one.id)]).toEqual([[action.id], [asked.id]])
    await run('partner', finishAction, { id: action.id, version: 1, outcome: 'Mended' })
    await run('partner', reply, { id: asked.id, version: 1, verdict: 'answered', words: 'A Mr Case' })
    const { requests } = await run('sergeantA', openSharedRecord, { kind: KIND, id })
    expect(requests).toMatchObject([{ kind: KIND, reply: 'A Mr Case' }])
    const subjects = await world.owner<{ kind: string }>(
      `SELECT DISTINCT s.kind FROM audit_subject s WHERE s.subject = $1`,
      [id],
    )
    expect(subjects.map(({ kind }) => kind)).toEqual([KIND])
  })

  test('of another area is not there to be shared', async () => {
    const { run } = force()
    const { id } = await assessed()
    await expect(run('officerB', shareForm, { kind: KIND, id })).rejects.toBeInstanceOf(NotFound)
    await expect(run('officerB', shareRecord, { ...wanted(id), kind: KIND })).rejects.toBeInstanceOf(NotFound)
  })
})
