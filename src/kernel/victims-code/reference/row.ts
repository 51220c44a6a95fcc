import type { Clock } from '#calculations/clocks/clock.ts'
import type { Mark } from '#kernel/duties/rule.ts'
import type { CodeVersion } from '../code-in-force.ts'
import type { CaseEventKind } from '../events.ts'
import type { Limit, Limits, RuleCode, VictimRule } from '../victim-rule.ts'

/** A clock that is the authority’s, as it was seen; `unverified` and `default` say otherwise. */
export const limit = (clock: Clock, mark: Mark = 'seen'): Limit => ({ clock, mark })
export const working = (days: number, mark?: Mark): Limit => limit({ kind: 'working-days', days }, mark)
export const calendar = (days: number, mark?: Mark): Limit => limit({ kind: 'calendar-days', days }, mark)
export const months = (count: number, mark?: Mark): Limit => limit({ kind: 'calendar-months', months: count }, mark)
export const hours = (count: number, mark?: Mark): Limit => limit({ kind: 'elapsed-hours', hours: count }, mark)
export const atOnce = (mark?: Mark): Limit => limit({ kind: 'at-once' }, mark)
export const noLimit = (mark?: Mark): Limit => limit({ kind: 'none' }, mark)

type ByCode = Readonly<Partial<Record<CodeVersion, Limits>>>

/** The same limits in both codes; one limit: for standard and enhanced. */
export const both = (standard: Limit, enhanced: Limit = standard): ByCode => ({
  '2015': { standard, enhanced },
  '2020': { standard, enhanced },
})

/** The limits of the 2020 code, for what the 2015 code does not have. */
export const only2020 = (standard: Limit, enhanced: Limit = standard): ByCode => ({ '2020': { standard, enhanced } })

/** Five working days, and one where rights are enhanced: most of what is told. */
export const fiveOrOne = (mark?: Mark): ByCode => both(working(5, mark), working(1, mark))

type Needed = Pick<VictimRule, 'title' | 'began' | 'limits' | 'right' | 'mark' | 'source'>
type Row = Needed & Partial<VictimRule>

/** A rule of a code that the police owe, to every victim, which a contact meets and the lack of a safe one stops. */
export function row(code: RuleCode, startedBy: CaseEventKind | readonly CaseEventKind[], given: Row): VictimRule {
  const events = typeof startedBy === 'string' ? [startedBy] : startedBy
  return {
    code,
    of: 'code',
    startedBy: events,
    by: ['police'],
    metBy: 'contact',
    metByHand: [],
    waitsForSafeContact: true,
    notFor: [],
    fromReceipt: false,
    beforeSentence: false,
    window: false,
    variants: [],
    ...given,
  }
}
