import { addActionCommand } from '#kernel/actions/add.ts'
import type { z } from 'zod'
import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Act, Stage } from '#kernel/stage.ts'
import type { DataClass } from '#kernel/sharing/lists.ts'
import { makeAgreement, reviewAgreement } from '../commands/agreements.ts'
import { finishAction } from '../commands/finish-action.ts'
import { askAgency, askForce, reply } from '../commands/requests.ts'
import { endShare, reviewShare, shareInEmergency, shareRecord } from '../commands/share.ts'

const SERGEANT = 'neighbourhood-sergeant'
const COMMANDER = 'area-commander'
const PARTNER = 'council-partner'
const COUNCIL = 'Reading Borough Council'
const HOUSING = 'Willowbank Homes (made up)'

const LIBRARY = 'Street drinkers outside the library'
const FAMILY = 'One family hit again and again in Whitley'
const BRIDGE = 'Phones snatched by riders on the bridge'
const FOUNTAIN = 'Drinking and needles by the fountain'

/** A season of work with a council and a landlord: shared, refused, asked, answered late and not yet, and once in an emergency. */
export async function playSharing(stage: Stage): Promise<void> {
  const plans = await stage.records('problem-plan')
  const [library, family, bridge] = [plans.get(LIBRARY), plans.get(FAMILY), plans.get(BRIDGE)]
  if (library === undefined || family === undefined || bridge === undefined) return
  const [council, housing] = [stage.agency(COUNCIL), stage.agency(HOUSING)]
  const on = (what: string, as: string, daysBefore: number, hour = 10): Act => ({
    key: `sharing: ${what}`,
    as,
    daysBefore,
    hour,
  })
  const day = (after: number) => addDays(stage.asOf, after)
  const safety = await stage.act(on('agreement', COMMANDER, 300), makeAgreement, {
    title: 'Reading community safety partnership: information sharing',
    agencies: [council],
    gateway: 'crime-disorder-s115',
    purposes: ['reduce-crime', 'tenancy-asb', 'public-safety'],
    classes: ['summary', 'aim', 'incidents', 'responses'],
    fromOn: day(-300),
    untilOn: day(430),
    reviewOn: day(65),
  })
  const first = await stage.act(on('agreement with a landlord', COMMANDER, 600), makeAgreement, {
    title: 'Willowbank Homes: anti-social behaviour in homes, first agreement',
    agencies: [housing],
    gateway: 'crime-disorder-s115',
    purposes: ['tenancy-asb'],
    classes: ['summary'],
    fromOn: day(-600),
    untilOn: day(-40),
    reviewOn: day(-60),
  })
  await stage.act(on('agreement reviewed', COMMANDER, 63), reviewAgreement, {
    id: first.id,
    version: 1,
    words: 'Runs out in three weeks. The next is to cover what the landlord does itself; their lawyers have the draft.',
  })
  const with_ = (id: string, classes: DataClass[]) => ({
    id,
    agreement: safety.id,
    agency: council,
    gateway: 'crime-disorder-s115' as const,
    purpose: 'reduce-crime' as const,
    classes,
    untilOn: day(200),
  })
  await stage.act(on('library shared', SERGEANT, 30), shareRecord, with_(library, ['summary', 'aim', 'responses']))
  const shared = await stage.act(on('bridge shared', SERGEANT, 28), shareRecord, with_(bridge, ['summary', 'aim']))
  const act = async (what: string, plan: string, daysBefore: number, title: string, due: number) =>
    stage.act(on(what, SERGEANT, daysBefore), addActionCommand, {
      kind: 'problem-plan',
      id: plan,
      title,
      agency: council,
      dueOn: day(due),
    })
  const bins = await act('bins', library, 25, 'Move the bottle bank from the library steps', -10)
  await act('lights', library, 20, 'Mend the lights in the library passage', -2)
  await act('rails', bridge, 18, 'Cost rails along the kerb of the bridge', 14)
  await stage.act(on('bins done', PARTNER, 12), finishAction, {
    id: bins.id,
    version: 1,
    outcome: 'Moved behind the car park; the steps were washed the same day.',
  })
  const licensed = await stage.act(on('asked', SERGEANT, 26), askAgency, {
    id: library,
    agency: council,
    question: 'Which licensed premises near the library had a complaint this year?',
    purpose: 'reduce-crime',
  })
  await stage.act(on('answered', PARTNER, 20), reply, {
    id: licensed.id,
    version: 1,
    verdict: 'answered',
    words: 'Two off-licences in Abbey Street, one of them twice. The file numbers are with licensing.',
  })
  const tenants = await stage.act(on('asked of tenants', SERGEANT, 24), askAgency, {
    id: library,
    agency: council,
    question: 'Who are the tenants of the flats above the library?',
    purpose: 'reduce-crime',
  })
  await stage.act(on('refused', PARTNER, 6), reply, {
    id: tenants.id,
    version: 1,
    verdict: 'refused',
    words: 'More than the purpose needs. We can say whether any of them complained, if that helps.',
  })
  await stage.act(on('asked of bridge', SERGEANT, 5), askAgency, {
    id: bridge,
    agency: council,
    question: 'On which days did your cameras on the bridge not work?',
    purpose: 'reduce-crime',
  })
  await stage.act(on('partner asks', PARTNER, 4), askForce, {
    id: shared.share ?? '',
    question: 'At which hours are the phones taken? We can move our wardens.',
    purpose: 'reduce-crime',
  })
  const fountain = (await stage.records('asb-case')).get(FOUNTAIN)
  if (fountain !== undefined) await shareCase(stage, on, with_, fountain, council, day(6))
  const landlord = { agency: housing, gateway: 'crime-disorder-s115', purpose: 'tenancy-asb' } as const
  await stage.act(on('landlord refused', SERGEANT, 9), shareRecord, {
    ...landlord,
    id: family,
    classes: ['summary', 'aim'],
    untilOn: day(90),
  })
  const emergency = await stage.act(on('emergency', SERGEANT, 8), shareInEmergency, {
    ...landlord,
    id: family,
    classes: ['summary', 'analysis'],
    untilOn: day(-2),
    reason: 'Windows were put in again last night; the landlord must board and change locks today.',
  })
  await stage.act(on('emergency reviewed', COMMANDER, 7), reviewShare, {
    id: emergency.share ?? '',
    version: 1,
    words: 'Right, and no more than was needed. The agreement with the landlord is to be renewed this month.',
  })
  await stage.act(on('emergency ended', SERGEANT, 5), endShare, {
    id: emergency.share ?? '',
    version: 2,
    reason: 'Locks were changed; what else is needed waits for the new agreement.',
  })
}

type On = (what: string, as: string, daysBefore: number) => Act
type Shared = (id: string, classes: DataClass[]) => z.input<typeof shareRecord.input>

/** A case of anti-social behaviour: what happens and what is done, and an action of the council in it. */
async function shareCase(stage: Stage, on: On, with_: Shared, id: string, council: number, dueOn: CivilDate) {
  const kind = 'asb-case'
  await stage.act(on('fountain shared', SERGEANT, 11), shareRecord, {
    ...with_(id, ['summary', 'incidents', 'responses']),
    kind,
    purpose: 'tenancy-asb',
  })
  await stage.act(on('fountain swept', SERGEANT, 10), addActionCommand, {
    kind,
    id,
    title: 'Sweep the fountain steps before eight each morning',
    agency: council,
    dueOn,
  })
}
