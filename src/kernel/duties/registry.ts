import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { clockSchema } from '#calculations/clocks/clock.ts'
import type { DutyRule } from './rule.ts'

/** The rules of some modules, or of all. */
export interface DutyRules {
  /** In the order in which they were given. */
  readonly all: readonly DutyRule[]
  /** The version that governs what happens on the day. Throws RangeError where none does. */
  inForce(this: void, code: string, on: CivilDate): DutyRule
  /** The version by the day from which it governs; undefined where this release has no such rule (any more). */
  find(this: void, code: string, from: string): DutyRule | undefined
}

/** Puts rules together. Throws, naming each, when any of them cannot be a rule, or two govern the same day. */
export function dutyRules(rules: readonly DutyRule[]): DutyRules {
  const faults = faultsOf(rules)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const byStart = new Map(rules.map((rule) => [`${rule.code} ${rule.from}`, rule]))
  return {
    all: rules,
    find: (code, from) => byStart.get(`${code} ${from}`),
    inForce(code, on) {
      const rule = rules.find((one) => one.code === code && one.from <= on && (one.to === null || on <= one.to))
      if (rule === undefined) throw new RangeError(`No version of ${code} governs ${on}.`)
      return rule
    },
  }
}

/** What is wrong with the rules, in words; nothing where all is well. */
export function faultsOf(rules: readonly DutyRule[]): string[] {
  return [...rules.flatMap(faultsOfOne), ...rules.flatMap((rule, index) => twinsOf(rule, rules.slice(index + 1)))]
}

// Trying is not meeting: an attempt is a note on the timeline, and the clock runs on.
const TRIED = /attempt|tried|trying|no answer|no reply/i

function faultsOfOne(rule: DutyRule): string[] {
  const says = (fault: string) => `Duty rule ${rule.code} from ${rule.from} ${fault}.`
  const faults: string[] = []
  if (!/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/.test(rule.code)) faults.push(says('has no public code such as INS-02'))
  if (rule.to !== null && rule.to < rule.from) faults.push(says('ends before it begins'))
  if (!clockSchema.safeParse(rule.clock).success) faults.push(says('has a clock that cannot run'))
  if (rule.escalations.some(({ at }) => !Number.isInteger(at) || at < 1 || at > 1_000))
    faults.push(says('tells somebody at a time that is not from 1 to 1,000 hundredths'))
  if (rule.metByHand.some((way) => way.trim() === '' || TRIED.test(way)))
    faults.push(says('would be met by an attempt, which meets nothing'))
  return faults
}

function twinsOf(rule: DutyRule, later: readonly DutyRule[]): string[] {
  return later
    .filter(({ code }) => code === rule.code)
    .filter(({ from, to }) => from <= (rule.to ?? '9999-12-31') && rule.from <= (to ?? '9999-12-31'))
    .map(
      ({ from }) => `Two versions of duty rule ${rule.code} govern the same days: from ${rule.from} and from ${from}.`,
    )
}
