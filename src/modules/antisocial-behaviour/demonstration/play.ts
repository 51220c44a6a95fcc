import { addDays } from '#calculations/calendar/civil-date.ts'
import type { Act, Caller, Stage } from '#kernel/stage.ts'
import { completeAction } from '#kernel/actions/change.ts'
import { acknowledgeReview } from '../commands/acknowledge-review.ts'
import { applyForReview } from '../commands/apply-review.ts'
import { appealReview } from '../commands/appeal-review.ts'
import { decideAppeal } from '../commands/decide-appeal.ts'
import { decideReview } from '../commands/decide-review.ts'
import { holdReview } from '../commands/hold-review.ts'
import { recommend } from '../commands/recommend.ts'
import { tellOutcome } from '../commands/tell-outcome.ts'
import { breachPower } from '../commands/breach-power.ts'
import { choosePower } from '../commands/choose-power.ts'
import { endPower } from '../commands/end-power.ts'
import { setThreshold } from '../commands/set-threshold.ts'
import { startCase } from '../commands/start-case.ts'
import { assessRisk } from '../commands/assess-risk.ts'
import { closeCase } from '../commands/close-case.ts'
import { linkIncident } from '../commands/link-incident.ts'
import { reviewRisk } from '../commands/review-risk.ts'
import { ANSWERS, CASES, POWER_WORDS, type CaseStory } from './words.ts'

const OFFICER = 'neighbourhood-officer'
const SERGEANT = 'neighbourhood-sergeant'
const COMMANDER = 'area-commander'

/** Cases of a town at every stage, one of them with a case review that was appealed; and a threshold that a council set. */
export async function playAntisocialBehaviour(stage: Stage): Promise<void> {
  const [authority, other] = stage.authorities
  if (authority === undefined) return
  await stage.act({ key: 'asb threshold', as: COMMANDER, daysBefore: 200 }, setThreshold, {
    authority: other ?? authority,
    from: addDays(stage.asOf, -200),
    reports: 5,
    months: 6,
    source: 'Its case review procedure of this year',
  })
  for (const [index, story] of CASES.entries()) await playCase(stage, story, stage.callers[index], authority)
}

async function playCase(stage: Stage, story: CaseStory, caller: Caller | undefined, authority: number): Promise<void> {
  if (story.category === 'personal' && caller === undefined) return
  const name = `asb ${story.title}`
  const on = (after: number, what: string, as = OFFICER): Act => ({
    key: `${name}: ${what}`,
    as,
    daysBefore: Math.max(0, story.began - after),
    hour: 9 + (after % 8),
  })
  const { id } = await stage.act(on(0, 'start'), startCase, {
    title: story.title,
    category: story.category,
    type: story.type,
    place: story.place,
    who: story.category === 'personal' && caller !== undefined ? String(caller.person) : null,
  })
  let version = 1
  const seen = () => ({ id, version: version++ })
  const incidents = story.category === 'personal' ? (caller?.incidents.slice(0, story.incidents) ?? []) : []
  for (const [number, incident] of incidents.entries())
    await stage.act(on(0, `incident ${number}`), linkIncident, {
      ...seen(),
      incident: String(incident),
      category: story.category,
      type: story.type,
    })
  if (story.risk !== null) {
    const { answers, judgement } = ANSWERS[story.risk]
    await stage.act({ ...on(1, 'assess'), hour: 8 }, assessRisk, { ...seen(), ...answers, judgement })
    if (story.reviewed) {
      await stage.act({ ...on(1, 'review', SERGEANT), hour: 15 }, reviewRisk, {
        ...seen(),
        words:
          'Visited them at home. They have a number to ring and know whom to ask for; patrols pass in the evening.',
      })
      const how = 'The panel of partners heard it'
      await stage.meet(on(2, 'panel'), { record: id, rule: 'ASB-PANEL', how })
    }
  }
  for (const [number, power] of story.powers.entries()) await playPower(stage, on, seen, { number, ...power })
  if (story.review !== null) await playReview(stage, on, seen, { id, review: story.review }, authority)
  if (story.closed)
    await stage.act(on(story.began - 10, 'close', SERGEANT), closeCase, {
      ...seen(),
      outcome: 'stopped',
      reason: 'Nothing was reported for two months; they agree that it ends.',
    })
}

type On = (after: number, what: string, as?: string) => Act
type Seen = () => { readonly id: string; readonly version: number }

async function playPower(
  stage: Stage,
  on: On,
  seen: Seen,
  { number, code, after, days, breached, ended }: CaseStory['powers'][number] & { readonly number: number },
): Promise<void> {
  const act = on(after, `power ${number}`, SERGEANT)
  const startsOn = addDays(stage.asOf, -act.daysBefore)
  const { power } = await stage.act(act, choosePower, {
    ...seen(),
    power: code,
    ...POWER_WORDS,
    issuedBy: 'Neighbourhood sergeant',
    startsOn,
    until: addDays(startsOn, days),
  })
  if (breached)
    await stage.act(on(after + 7, `breach ${number}`), breachPower, {
      ...seen(),
      power,
      words: 'Music until two, heard by the officer who attended; the next step was named.',
    })
  if (ended)
    await stage.act(on(after + 9, `end ${number}`, SERGEANT), endPower, {
      ...seen(),
      power,
      reason: 'The next step of the ladder takes its place.',
    })
}

async function playReview(
  stage: Stage,
  on: On,
  seen: Seen,
  { id, review }: { readonly id: string; readonly review: NonNullable<CaseStory['review']> },
  authority: number,
): Promise<void> {
  await stage.act(on(12, 'apply'), applyForReview, {
    ...seen(),
    authority,
    applicant: 'family',
    consent: true,
    words: 'They rang again and again, and nothing changed.',
  })
  await stage.act(on(13, 'acknowledge'), acknowledgeReview, { ...seen(), how: 'By letter, with a name to ask for' })
  if (review === 'applied') return
  await stage.act(on(16, 'decide', SERGEANT), decideReview, {
    ...seen(),
    qualifying: review === 'held' ? 4 : 2,
    harm: 'They sleep at a relative’s, and do not open the door after dark.',
    response: 'Each report was closed by itself; nobody saw that they belong together.',
    met: review === 'held' ? 'yes' : 'no',
    reason: review === 'held' ? 'Four reports of the last months qualify.' : 'Two reports qualify; one was older.',
  })
  if (review === 'appealed') {
    await stage.act(on(19, 'tell'), tellOutcome, { ...seen(), how: 'By letter, with how to appeal' })
    await stage.act(on(25, 'appeal'), appealReview, {
      ...seen(),
      appeal: 'The third was told to the council on the day.',
    })
    await stage.act(on(30, 'appeal decided', COMMANDER), decideAppeal, {
      ...seen(),
      upheld: 'yes',
      reason: 'The council’s report was made within the month, and qualifies.',
    })
  }
  // Ten working days after the threshold was met, or before.
  const known = { record: id, rule: 'ASB-CR-INFO', how: 'Every agency answered' }
  await stage.meet(on(review === 'held' ? 26 : 38, 'known'), known)
  const { action } = await stage.act(on(40, 'recommend', SERGEANT), recommend, {
    ...seen(),
    title: 'Mend the entry door and light the stairs',
    agency: authority,
    dueOn: addDays(stage.asOf, 21),
  })
  await stage.act(on(40, 'hold', SERGEANT), holdReview, {
    ...seen(),
    found: 'Three bodies knew a part. One of them leads from now on, and they are rung every week.',
  })
  await stage.act(on(43, 'tell outcome'), tellOutcome, { ...seen(), how: 'By letter and at home, with the plan' })
  if (review === 'held') {
    await stage.act(on(50, 'done', SERGEANT), completeAction, { id: action, version: 1, outcome: 'Mended.' })
  }
}
