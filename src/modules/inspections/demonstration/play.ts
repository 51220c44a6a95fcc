import { addActionCommand } from '#kernel/actions/add.ts'
import { completeAction } from '#kernel/actions/change.ts'
import { addEvidenceCommand } from '#kernel/evidence/add.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import type { Stage } from '#kernel/stage.ts'
import { addDays } from '#calculations/calendar/civil-date.ts'
import { answerFinding } from '../commands/answer-finding.ts'
import { claimMet } from '../commands/claim-met.ts'
import { linkMeasure } from '../commands/link-measure.ts'
import { readInspection } from '../commands/read-inspection.ts'
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
  await problems.answer(400, 'accepted')
  await problems.giveTo(398, '2023', 'He leads the work on problem solving for every area.')
  await problems.measure(360, 'P1-ASB', 'at-most', 0.9, 6)
  await problems.action(395, 'Write one method for all areas, with what each stage must show', '2023', 300, {
    on: 310,
    outcome: 'Written with the twelve areas and published to every team.',
  })
  await problems.action(200, 'Train every neighbourhood sergeant in the method', '2023', -60)
  await problems.evidence(40, 'Look at thirty plans from every area', 'audit', 120)
  await problems.track(380, 'being-progressed', 'The plan was seen and found sound.')

  const calls = work(telephone, 'telephone investigation')
  await calls.answer(400, 'accepted')
  await calls.measure(380, 'P1-OUTCOME', 'at-least', 12, 3)
  await calls.action(390, 'Move eight posts to the team', '2016', 200, {
    on: 215,
    outcome: 'Eight posts moved; two are still to be filled.',
  })
  await calls.evidence(230, 'Visit to the team, with a count of what waited', 'visit', 180)
  await calls.track(150, 'being-progressed', null)

  const examining = work(devices, 'devices')
  await examining.answer(395, 'accepted')
  await examining.unmeasurable(
    394,
    'The unit that examines devices keeps its queue in a system that is not connected yet.',
  )
  await examining.action(120, 'Connect the queue of devices', '2065', 30)

  const informed = work(victims, 'victims')
  await informed.answer(400, 'accepted')
  await informed.measure(390, 'P1-OUTCOME', 'at-least', 25, 6)
  await informed.evidence(100, 'Calls back to sixty victims, drawn by lot', 'audit', 365)
  await informed.claim(
    60,
    'chief-constable',
    'Sixty victims were called back and fifty-four had been told in time. The measure that is linked says nothing of that; a better one is being built.',
  )

  const managed = work(offenders, 'repeat offenders')
  await managed.answer(
    380,
    'partly',
    'Serial abusers are taken in now. Anti-social behaviour waits for an agreement with the councils.',
  )
  await managed.evidence(350, 'Minutes of the panel that first took in serial abusers', 'statement', 300)

  const written = work(profiles, 'profiles')
  await written.answer(400, 'accepted')
  await written.measure(390, 'P1-PLACE', 'at-most', 10, 3)
  await written.evidence(20, 'Twelve profiles in date, each signed by a partner', 'audit', 180)
  await written.claim(10, LEAD)
  await written.track(5, 'complete', 'Closed after the inspectorate had read four of the profiles.')

  await work(partners, 'partners').answer(
    395,
    'declined',
    'Senior people meet every quarter since before the inspection; minutes were sent.',
  )
  await work(beat, 'beat').giveTo(300, '2030', 'She knows what the teams are told today.')
}

/** One finding, worked on act by act; it keeps count of the versions. */
function worker(stage: Stage, measures: Measures, id: string | undefined, name: string) {
  if (id === undefined) throw new Error(`The demonstration’s report has no finding on ${name}.`)
  let version = 1
  let step = 0
  const by = (daysBefore: number, as: string = LEAD) => ({ key: `${name} ${++step}`, as, daysBefore })
  const seen = () => ({ id, version: version++ })
  return {
    answer: (days: number, answer: 'accepted' | 'partly' | 'declined', reason = '') =>
      stage.act(by(days), answerFinding, { ...seen(), answer, reason }),
    giveTo: (days: number, owner: string, reason: string) =>
      stage.act(by(days), handOnRecord, { kind: 'finding', ...seen(), owner, marking: 'OFFICIAL', reason }),
    measure: (days: number, measure: string, direction: 'at-least' | 'at-most', target: number, holdMonths: number) =>
      stage.act(by(days), linkMeasure(measures), { ...seen(), measure, direction, target, holdMonths }),
    unmeasurable: (days: number, reason: string) => stage.act(by(days), sayUnmeasurable, { ...seen(), reason }),
    track: (days: number, status: 'being-progressed' | 'complete', words: string | null) =>
      stage.act(by(days), trackFinding, {
        ...seen(),
        on: addDays(stage.asOf, -days),
        status,
        ...(words !== null && { words }),
      }),
    claim: (days: number, as: string, reason = '') =>
      stage.act(by(days, as), claimMet(measures), { ...seen(), reason }),
    evidence: (days: number, title: string, is: 'audit' | 'visit' | 'statement', keepsDays: number) =>
      stage.act(by(days), addEvidenceCommand, {
        kind: 'finding',
        id,
        title,
        is,
        observedOn: addDays(stage.asOf, -days),
        keepsDays,
        marking: 'OFFICIAL',
      }),
    /** Added so many days before the last day, due so many days before it; done by its assignee where `done` says when. */
    async action(days: number, title: string, person: string, due: number, done?: { on: number; outcome: string }) {
      const added = await stage.act(by(days), addActionCommand, {
        kind: 'finding',
        id,
        title,
        person,
        dueOn: addDays(stage.asOf, -due),
      })
      if (done !== undefined)
        await stage.act(by(done.on), completeAction, { id: added.id, version: 1, outcome: done.outcome })
    },
  }
}
