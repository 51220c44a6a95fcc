import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { completeAction } from '#kernel/actions/change.ts'
import { findTactic, isKnownToFail } from '#kernel/tactics/tactics.ts'
import type { Act, Stage as Theatre } from '#kernel/stage.ts'
import { checkPlan } from '../commands/after-closing.ts'
import { chooseEvaluation } from '../commands/choose-evaluation.ts'
import { closePlan, proposeClosing } from '../commands/close-plan.ts'
import { acceptPlan, rejectPlan } from '../commands/decide-proposal.ts'
import { addHypothesis, judgeHypothesis } from '../commands/hypotheses.ts'
import { advancePlan, holdPlan } from '../commands/move-plan.ts'
import { proposePlan } from '../commands/propose-plan.ts'
import { addResponse, approveResponse } from '../commands/respond.ts'
import { reviewPlan, scorePlan } from '../commands/review-plan.ts'
import { writeAssessment } from '../commands/write-assessment.ts'
import { setObjective, writeAnalysis, writeScanning } from '../commands/write-stages.ts'
import { proposedTimes } from '../rules/pop17-times.ts'
import { WORKED, type Stage } from '../rules/pop05-stages.ts'
import type { Case } from './case.ts'
import { CASES } from './cases.ts'

const SERGEANT = 'neighbourhood-sergeant'
const COMMANDER = 'area-commander'

/** A year of problems at every stage, in one area: what its sergeant and commander did, on the days on which they did it. */
export async function playProblems(theatre: Theatre, cases: readonly Case[] = CASES): Promise<void> {
  for (const [at, one] of cases.entries()) await playCase(theatre, one, at)
}

async function playCase(theatre: Theatre, one: Case, at: number): Promise<void> {
  const name = `problem ${one.title}`
  const on = (after: number, what: string, as = SERGEANT): Act => ({
    key: `${name}: ${what}`,
    as,
    daysBefore: Math.max(0, one.began - after),
    hour: 9 + (at % 6),
  })
  const date = (after: number) => addDays(theatre.asOf, after - one.began)
  const { id } = await theatre.act(on(0, 'propose'), proposePlan, {
    title: one.title,
    problemType: one.type,
    placeType: one.placeType,
    place: one.place,
    source: one.source,
  })
  let version = 1
  const seen = () => ({ id, version: version++ })
  if (one.at === 'proposed') return
  if (one.at === 'rejected') {
    const reason = 'It happened once, and was dealt with that night.'
    await theatre.act(on(2, 'reject', COMMANDER), rejectPlan, { ...seen(), reason })
    return
  }
  await theatre.act(on(1, 'accept', COMMANDER), acceptPlan, seen())
  if (!reaches(one.at, 'scanning')) return
  await theatre.act(on(6, 'objective'), setObjective, {
    ...seen(),
    objective: `Reduce it: ${one.title.toLowerCase()}`,
    measure: 'Recorded crimes and incidents at the place',
    baselineFrom: date(-365),
    baselineTo: date(-1),
    ...(one.counts !== undefined && { baselineCount: one.counts[0] }),
    targetPercent: 25,
    targetOn: date(240),
  })
  await theatre.act(on(10, 'to scanning'), advancePlan, seen())
  if (one.at === 'on-hold') {
    const hold = {
      reason: 'The housing provider is in the middle of moving its tenants.',
      until: addDays(theatre.asOf, 30),
    }
    await theatre.act(on(20, 'hold'), holdPlan, { ...seen(), ...hold })
    return
  }
  await theatre.act(on(18, 'scanning'), writeScanning, {
    ...seen(),
    whoHarmed: 'People who live, work or shop there',
    events: one.title,
    whenWhere: `${one.place}, mostly in the evening and at the end of the week`,
    inYear: one.counts?.[0] ?? 24,
    cheers: ['community', 'harm', 'expectation', 'events', 'recurring', 'similar'],
    dataSources: ['crimes', 'incidents', 'residents'],
  })
  const keepUp = keeperOf(theatre, one, on, seen)
  const analysed = at % 3 === 0 ? 45 : 30
  if (!reaches(one.at, 'analysis')) return keepUp(18)
  await keepUp(18, analysed)
  await theatre.act(on(analysed, 'to analysis'), advancePlan, seen())
  const sides = {
    sidePlace: one.why,
    sideVictim: 'Those who pass and do not expect it',
    triedBefore: 'Patrols, when there was time',
  }
  await theatre.act(on(48, 'analysis'), writeAnalysis, { ...seen(), ...sides })
  const { hypothesis } = await theatre.act(on(50, 'hypothesis'), addHypothesis, {
    ...seen(),
    words: one.why,
    test: 'Most of the events of the last year show it',
  })
  if (!reaches(one.at, 'response')) return keepUp(50)
  await keepUp(50, 58)
  const found = {
    hypothesis,
    standing: 'supported',
    shownBy: 'Seen in most of the reports, and on three visits',
  } as const
  await theatre.act(on(58, 'found'), judgeHypothesis, { ...seen(), ...found })
  await theatre.act(on(60, 'to response'), advancePlan, seen())
  const [title, technique, evidence] = one.response
  const tactic = one.tactic === undefined ? null : findTactic(one.tactic)
  const failing = tactic !== null && isKnownToFail(tactic)
  // Known to fail: its inspector chooses it, or nobody.
  const { action } = await theatre.act(on(64, 'respond', failing ? COMMANDER : SERGEANT), addResponse, {
    ...seen(),
    title,
    person: '',
    team: theatre.unit('team-reading-town-centre'),
    dueOn: date(110),
    side: 'place',
    technique,
    mechanism: `It takes away what makes it easy: ${one.why.toLowerCase()}`,
    evidenceLink: evidence ?? '',
    tactic: one.tactic ?? '',
    failingReason: failing
      ? 'The family asked to be visited; it is to keep them in touch, and not to make it less.'
      : '',
    noEvidenceReason:
      evidence === null && tactic === null ? 'Nobody is known to have studied it; it follows from what was found.' : '',
  })
  const follows = { reason: 'It follows from the analysis and can be done.' }
  await theatre.act(on(68, 'approve', COMMANDER), approveResponse, { ...seen(), ...follows })
  if (!reaches(one.at, 'assessment')) return keepUp(68)
  await keepUp(68, 105)
  await theatre.act(on(105, 'done'), completeAction, { id: action, version: 1, outcome: 'Done as agreed.' })
  await keepUp(105, 108)
  await theatre.act(on(108, 'to assessment'), advancePlan, seen())
  await keepUp(108, 190)
  await playEnd(theatre, one, on, seen, at)
}

/** Days after it was proposed on which a plan is looked at, a little before it is owed; and by whom. */
const LOOKS = [
  ...[26, 53, 80, 107, 134, 161, 187].flatMap((after) => [[after, 'update'] as const, [after, 'sergeant'] as const]),
  ...[88, 170].map((after) => [after, 'inspector'] as const),
].toSorted(([a], [b]) => a - b)

/** Looks at a plan on the days from one to another, as far as they have come. */
function keeperOf(theatre: Theatre, { began }: Case, on: On, seen: Seen) {
  return async (from: number, to = Infinity): Promise<void> => {
    for (const [after, as] of LOOKS) {
      if (after <= from || after > to || after >= began) continue
      const act = on(after, `${as} ${after}`, as === 'inspector' ? COMMANDER : SERGEANT)
      await theatre.act(act, reviewPlan, { ...seen(), as, words: 'Partners met at the place; on course.' })
    }
  }
}

type Seen = () => { readonly id: string; readonly version: number }
type On = (after: number, what: string, as?: string) => Act

async function playEnd(
  theatre: Theatre,
  { counts, outcome, lessons, held, evaluation, began }: Case,
  on: On,
  seen: Seen,
  at: number,
): Promise<void> {
  const [before, after, elsewhereBefore, elsewhereAfter] = counts ?? []
  await theatre.act(on(190, 'assess'), writeAssessment, {
    ...seen(),
    delivered: 'Yes, some weeks late',
    treatedBefore: before ?? null,
    treatedAfter: after ?? null,
    comparisonBefore: elsewhereBefore ?? null,
    comparisonAfter: elsewhereAfter ?? null,
    countedFrom: 'Recorded crimes and incidents, six months before and after',
    displacement: 'None was seen in the streets around',
    verdict: verdictOf(outcome, before),
    lessons: lessons ?? '',
  })
  if (evaluation !== undefined) await playEvaluation(theatre, evaluation, addDays(theatre.asOf, 68 - began), on, seen)
  if (outcome === undefined) return
  const quality = at % 4 === 3 ? 2 : 3
  const { id, version } = seen()
  await theatre.act(on(196, 'score', COMMANDER), scorePlan, {
    id,
    version,
    ...QUALITY(quality),
    judgement: quality === 3 ? 'good' : 'not-yet',
  })
  const ending = { outcome, reason: lessons ?? 'As its assessment shows.', share: true }
  await theatre.act(on(200, 'propose end'), proposeClosing, { id, version, ...ending })
  await theatre.act(on(203, 'close', COMMANDER), closePlan, seen())
  if (held === undefined) return
  const words =
    held === 'held' ? 'The count is where it was when it was closed.' : 'It is back to three quarters of what it was.'
  await theatre.act(on(290, 'check'), checkPlan, { ...seen(), held, words })
}

/** What it is evaluated by: chosen when it is assessed, before the time after is over. */
async function playEvaluation(
  theatre: Theatre,
  { treated, comparison, ring, category, reason }: NonNullable<Case['evaluation']>,
  approvedOn: CivilDate,
  on: On,
  seen: Seen,
): Promise<void> {
  const ids = (names: readonly string[]) =>
    names.map((name) => {
      const found = theatre.neighbourhoods.find((one) => one.name === name)
      if (found === undefined) throw new Error(`The demonstration has no neighbourhood ${name}.`)
      return found.area
    })
  await theatre.act(on(192, 'evaluate'), chooseEvaluation, {
    ...seen(),
    categories: [category],
    treated: ids([treated]),
    comparison: ids(comparison),
    ring: ids(ring),
    ...proposedTimes(approvedOn, theatre.asOf),
    reason,
  })
}

/** Only what the counts bear out: those that show no difference say so. */
function verdictOf(outcome: Case['outcome'], before: number | undefined) {
  if (before === undefined) return 'cannot-say'
  if (outcome === undefined) return ''
  return outcome === 'no-change' ? 'no-difference' : 'better'
}

const QUALITY = (step: number) => ({
  specific: step,
  sources: step,
  causes: step,
  tested: step,
  community: step,
  partners: step,
  follows: step,
  delivered: step,
  measured: step,
  shared: step,
})

/** Whether a case that stands there went through the stage. */
function reaches(at: Stage, stage: (typeof WORKED)[number]): boolean {
  if (at === 'closed' || at === 'on-hold') return true
  return WORKED.findIndex((one) => one === at) >= WORKED.indexOf(stage)
}
