import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import { earliestDue, timesOf } from '#kernel/duties/times.ts'
import { isCourtEvent, type CaseEventKind } from '#kernel/victims-code/events.ts'
import { rulesStartedBy } from '#kernel/victims-code/started-by.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import { dutyRulesOfVictims } from '#kernel/victims-code/duty-rules.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** The ticker has said all that it had to say by now. */
const TOLD = 1_000
const RULES = dutyRules(dutyRulesOfVictims())

/** What happens so many days after the report, and every so many days from then until another. */
interface Step {
  readonly kind: CaseEventKind
  readonly after: number
  readonly every?: number
  readonly until?: number
}

interface Story {
  /** Of a hundred victims, how many. */
  readonly share: number
  readonly enhanced: boolean
  readonly steps: readonly Step[]
}

const BEGUN: readonly Step[] = [
  { kind: 'crime-reported', after: 0 },
  { kind: 'first-contact', after: 1 },
  { kind: 'victim-contact-agreed', after: 1 },
  { kind: 'needs-assessed', after: 2 },
]
const updated = (until: number): Step => ({ kind: 'victim-contact-updated', after: 29, every: 28, until })
const SUSPECTED: readonly Step[] = [
  { kind: 'statement-taken', after: 4 },
  { kind: 'suspect-arrested', after: 10 },
  { kind: 'suspect-interviewed', after: 10 },
  { kind: 'released-under-investigation', after: 11 },
]
const CHARGED: readonly Step[] = [
  ...SUSPECTED,
  { kind: 'vps-made', after: 15 },
  { kind: 'police-bail', after: 30 },
  { kind: 'police-bail-changed', after: 50 },
  { kind: 'charged', after: 60 },
  { kind: 'hearing-fixed', after: 61 },
  { kind: 'court-bail', after: 75 },
  { kind: 'not-guilty-plea', after: 75 },
  { kind: 'hearing-again', after: 80, every: 30, until: 200 },
  { kind: 'must-give-evidence', after: 110 },
  { kind: 'warrant', after: 150 },
  { kind: 're-arrest-hearing', after: 155 },
  { kind: 'verdict-or-sentence', after: 210 },
]

/** A guess of how crimes go on, as nobody publishes it: most are closed with nobody known, a few go through the courts. */
const STORIES: readonly Story[] = [
  { share: 37, enhanced: false, steps: [...BEGUN, updated(120), { kind: 'case-closed-no-suspect', after: 121 }] },
  { share: 20, enhanced: false, steps: [...BEGUN, ...SUSPECTED, updated(90), { kind: 'out-of-court', after: 91 }] },
  { share: 20, enhanced: false, steps: [...BEGUN, ...SUSPECTED, updated(360), { kind: 'not-prosecuted', after: 180 }] },
  { share: 12, enhanced: false, steps: [...BEGUN, ...CHARGED, updated(360)] },
  {
    share: 11,
    enhanced: true,
    steps: [...BEGUN, ...CHARGED, updated(360), { kind: 'restorative-suitable', after: 220 }],
  },
]

/** What starts something owed, as the fill writes it. `seq` is its place in the story. */
export interface MadeStart {
  readonly day: number
  readonly story: number
  readonly seq: number
  readonly kind: CaseEventKind
  readonly at: Date
  /** Not an event of the case but an act of ours: a contact, an assessment. */
  readonly act: boolean
}

/** A duty as the product opens it, without whose it is. */
export interface MadeDuty {
  readonly day: number
  readonly story: number
  readonly seq: number
  readonly rule: string
  readonly ruleFrom: string
  readonly title: string
  readonly triggeredBy: string
  readonly triggeredAt: Date
  readonly countsFrom: Date | null
  readonly dueAt: Date | null
  readonly warnAt: Date | null
  readonly nextLookAt: Date | null
  readonly crossed: number
  readonly witnessCare: boolean
}

export const SHARES: readonly number[] = STORIES.flatMap(({ share }, at) => Array.from({ length: share }, () => at))
export const ENHANCED: readonly number[] = STORIES.flatMap(({ enhanced }, at) => (enhanced ? [at] : []))

const ACTS: readonly CaseEventKind[] = [
  'first-contact',
  'victim-contact-agreed',
  'victim-contact-updated',
  'needs-assessed',
]

/** Each story begun on each day of the year before `now`, as far as it has come, by the product's own rules of what is owed. */
export function tellStories(now: Date): {
  readonly starts: readonly MadeStart[]
  readonly duties: readonly MadeDuty[]
} {
  const starts: MadeStart[] = []
  const duties: MadeDuty[] = []
  for (let day = 0; day < 365; day++)
    for (const [story, { steps, enhanced }] of STORIES.entries()) {
      // Back from yesterday; not all in the morning: by day and story, between seven and nine in the evening.
      const reportedAt =
        now.getTime() - (now.getTime() % DAY) - (day + 1) * DAY + (7 + ((day * 5 + story * 3) % 14)) * HOUR
      for (const [seq, { kind, at }] of stepsOf(steps, reportedAt).entries()) {
        if (at > now) continue
        starts.push({ day, story, seq, kind, at, act: ACTS.includes(kind) })
        duties.push(...owedFor(kind, at, enhanced, now).map((duty) => ({ ...duty, day, story, seq })))
      }
    }
  return { starts, duties }
}

function stepsOf(steps: readonly Step[], reportedAt: number): { readonly kind: CaseEventKind; readonly at: Date }[] {
  return steps.flatMap(({ kind, after, every = 1, until = after }) => {
    const made = []
    for (let days = after; days <= until; days += every)
      made.push({ kind, at: new Date(reportedAt + days * DAY + (days === 0 ? 0 : HOUR)) })
    return made
  })
}

function owedFor(
  kind: CaseEventKind,
  at: Date,
  enhanced: boolean,
  now: Date,
): Omit<MadeDuty, 'day' | 'story' | 'seq'>[] {
  const facts = {
    standing: 'person',
    flags: [],
    enhanced,
    objectsToReferral: false,
    lossOrInjury: true,
    updateEvery: 28,
    localStandard: false,
  } as const
  return rulesStartedBy(kind, '2020', facts).map(({ rule, dutyRule, countsFrom }) => {
    const of = RULES.inForce(dutyRule, londonDateAt(at))
    const counts = countsFrom === 'sentence' ? null : at
    const times = timesOf(of, at, earliestDue([{ rule: of, countsFrom: counts }], [], standardHolidays), TOLD, now)
    return {
      rule: of.code,
      ruleFrom: of.from,
      title: rule.title,
      triggeredBy: `case-event.${kind}`,
      triggeredAt: at,
      countsFrom: counts,
      dueAt: times.dueAt,
      warnAt: times.warnAt,
      nextLookAt: times.nextLookAt,
      crossed: times.crossed,
      witnessCare: rule.by[0] === 'witness-care' && isCourtEvent(kind),
    }
  })
}
