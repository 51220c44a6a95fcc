import { addActionCommand } from '#kernel/actions/add.ts'
import { completeAction } from '#kernel/actions/change.ts'
import { addEvidenceCommand } from '#kernel/evidence/add.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import type { Act, Stage } from '#kernel/stage.ts'
import { addDays } from '#calculations/calendar/civil-date.ts'
import { answerFinding } from '../commands/answer-finding.ts'
import { claimMet } from '../commands/claim-met.ts'
import { linkMeasure } from '../commands/link-measure.ts'
import { readInspection } from '../commands/read-inspection.ts'
import { reviewFinding } from '../commands/review-finding.ts'
import { saveInspection } from '../commands/save-inspection.ts'
import { sayUnmeasurable } from '../commands/say-unmeasurable.ts'
import { trackFinding } from '../commands/track-finding.ts'
import { DEMONSTRATION_REPORT } from './report.ts'

const LEAD = 'inspection-lead'
const FIRST_DAY = 420

/**
 * A year of an inspection lead's work: the report imported, each of its eight findings at another stage, with evidence of
 * different ages, one claim against the measure.
 */
export async function playInspections(stage: Stage, measures: Measures): Promise<void> {
  const { sha256 } = await stage.act({ key: 'report read', as: LEAD, daysBefore: FIRST_DAY, hour: 9 }, readInspection, {
    report: DEMONSTRATION_REPORT,
  })
  const { findings } = await stage.act({ key: 'report saved', as: LEAD, daysBefore: FIRST_DAY }, saveInspection, {
    sha256,
  })
  const [problemSolving, telephone, devices, victims, offenders, profiles, partners, beat] = findings
  const work = (id: string | undefined, name: string) => worker(stage, measures, id, name)

  const problems = work(problemSolving, 'problem solving')
  problems.answer(400, 'accepted')
  problems.giveTo(398, '2023', 'He leads the work on problem solving for every area.')
  // One method in every area, to the check whether it held: stages and reviews in time, plans good enough, what held, who is
  // trained in it.
  problems.measure(360, 'PRB-STAGES', 'at-least', 80, 6)
  problems.measure(359, 'PRB-REVIEWS', 'at-least', 80, 6)
  problems.measure(358, 'PRB-QUALITY', 'at-least', 75, 6)
  problems.measure(357, 'PRB-HELD', 'at-least', 60, 6)
  problems.measure(356, 'TRN-CURRENT', 'at-least', 85, 6)
  problems.action(395, 'Write one method for all areas, with what each stage must show', '2023', 300, {
    on: 310,
    outcome: 'Written with the twelve areas and published to every team.',
  })
  problems.action(200, 'Train every neighbourhood sergeant in the method', '2023', -60)
  problems.evidence(40, 'Look at thirty plans from every area', 'audit', 120)
  problems.track(380, 'being-progressed', 'The plan was seen and found sound.')

  const calls = work(telephone, 'telephone investigation')
  calls.answer(400, 'accepted')
  calls.measure(380, 'P1-OUTCOME', 'at-least', 12, 3)
  calls.action(390, 'Move eight posts to the team', '2016', 200, {
    on: 215,
    outcome: 'Eight posts moved; two are still to be filled.',
  })
  calls.evidence(230, 'Visit to the team, with a count of what waited', 'visit', 180)
  calls.track(150, 'being-progressed')

  const examining = work(devices, 'devices')
  examining.answer(395, 'accepted')
  examining.unmeasurable(394, 'The unit that examines devices keeps its queue in a system that is not connected yet.')
  examining.action(120, 'Connect the queue of devices', '2065', 30)

  const informed = work(victims, 'victims')
  informed.answer(400, 'accepted')
  informed.measure(390, 'P1-OUTCOME', 'at-least', 25, 6)
  informed.evidence(100, 'Calls back to sixty victims, drawn by lot', 'audit', 365)
  informed.claim(
    60,
    'chief-constable',
    'Sixty victims were called back and fifty-four had been told in time. The measure that is linked says nothing of that; a better one is being built.',
  )
  // The better one: worked out from the duties to victims themselves.
  informed.measure(50, 'VC-TIMELY', 'at-least', 90, 6)
  informed.measure(49, 'VC-NEEDS', 'at-least', 90, 6)
  informed.measure(48, 'VC-UPDATED', 'at-least', 90, 6)

  const managed = work(offenders, 'repeat offenders')
  managed.answer(
    380,
    'partly',
    'Serial abusers are taken in now. Anti-social behaviour waits for an agreement with the councils.',
  )
  managed.evidence(350, 'Minutes of the panel that first took in serial abusers', 'statement', 300)

  const written = work(profiles, 'profiles')
  written.answer(400, 'accepted')
  written.measure(390, 'P1-PLACE', 'at-most', 10, 3)
  written.evidence(20, 'Twelve profiles in date, each signed by a partner', 'audit', 180)
  written.claim(10, LEAD)
  written.track(5, 'complete', 'Closed after the inspectorate had read four of the profiles.')

  const meetings = work(partners, 'partners')
  meetings.answer(395, 'declined', 'Senior people meet every quarter since before the inspection; minutes were sent.')
  const told = work(beat, 'beat')
  told.giveTo(300, '2030', 'She knows what the teams are told today.')

  // Some are looked at every month to this day; two were let lie.
  for (const finding of [problems, calls, informed, written]) await finding.play(15)
  for (const finding of [examining, meetings]) await finding.play(40)
  for (const finding of [managed, told]) await finding.play(120)
}

/** One finding: what is done on it, put in the order of its days, so that each act finds the version that the last one left. */
function worker(stage: Stage, measures: Measures, id: string | undefined, name: string) {
  if (id === undefined) throw new Error(`The demonstration’s report has no finding on ${name}.`)
  let version = 1
  const acts: { readonly days: number; readonly run: () => Promise<unknown> }[] = []
  const seen = () => ({ id, version: version++ })
  function add(days: number, what: string, run: (at: Act) => Promise<unknown>, as = LEAD): void {
    acts.push({ days, run: () => run({ key: `${name}: ${what} ${days}`, as, daysBefore: days }) })
  }
  return {
    answer: (days: number, answer: 'accepted' | 'partly' | 'declined', reason = '') =>
      add(days, 'answer', (at) => stage.act(at, answerFinding, { ...seen(), answer, reason })),
    giveTo: (days: number, owner: string, reason: string) =>
      add(days, 'give', (at) =>
        stage.act(at, handOnRecord, { kind: 'finding', ...seen(), owner, marking: 'OFFICIAL', reason }),
      ),
    measure: (days: number, measure: string, direction: 'at-least' | 'at-most', target: number, holdMonths: number) =>
      add(days, 'measure', (at) =>
        stage.act(at, linkMeasure(measures), { ...seen(), measure, direction, target, holdMonths }),
      ),
    unmeasurable: (days: number, reason: string) =>
      add(days, 'unmeasurable', (at) => stage.act(at, sayUnmeasurable, { ...seen(), reason })),
    track: (days: number, status: 'being-progressed' | 'complete', words = '') =>
      add(days, 'track', (at) =>
        stage.act(at, trackFinding, { ...seen(), on: addDays(stage.asOf, -days), status, words }),
      ),
    claim: (days: number, as: string, reason = '') =>
      add(days, 'claim', (at) => stage.act(at, claimMet(measures), { ...seen(), reason }), as),
    evidence: (days: number, title: string, is: 'audit' | 'visit' | 'statement', keepsDays: number) =>
      add(days, 'evidence', (at) =>
        stage.act(at, addEvidenceCommand, {
          kind: 'finding',
          id,
          title,
          is,
          observedOn: addDays(stage.asOf, -days),
          keepsDays,
          marking: 'OFFICIAL',
        }),
      ),
    /** Added so many days before the last day, due so many days before it; done where `done` says when. */
    action(days: number, title: string, person: string, due: number, done?: { on: number; outcome: string }) {
      let added: string | undefined
      add(days, 'action', async (at) => {
        const dueOn = addDays(stage.asOf, -due)
        added = (await stage.act(at, addActionCommand, { kind: 'finding', id, title, person, dueOn })).id
      })
      if (done !== undefined)
        add(done.on, 'action done', (at) =>
          stage.act(at, completeAction, { id: added ?? '', version: 1, outcome: done.outcome }),
        )
    },
    /** Does all of it, and looks at the finding every four weeks until so many days before the last day. */
    async play(lastLook: number) {
      for (let days = FIRST_DAY - 27; days >= lastLook; days -= 28)
        add(days, 'look', (at) =>
          stage.act(at, reviewFinding, { ...seen(), words: 'Looked at the measure, the evidence and what was done.' }),
        )
      for (const { run } of acts.toSorted((one, other) => other.days - one.days)) await run()
    },
  }
}
