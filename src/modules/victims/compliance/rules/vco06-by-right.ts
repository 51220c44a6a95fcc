import { grouped } from '#calculations/grouping/grouped.ts'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'
import { RIGHT_NUMBERS, type Right } from './rights.ts'
import { countedUnder, type CountedUnder } from './vco01-counted-under.ts'
import { NO_TALLY, sumOf, type Tally } from './vco02-tally.ts'
import { addMonthsUp, openCell, publishCells, type Cell } from './vco04-publish.ts'

/** What is counted of one duty rule in one month. */
export interface Counted extends Tally {
  readonly month: CivilMonth
  readonly rule: string
}

export interface RightRow {
  readonly right: Right
  readonly standard: Cell
  readonly enhanced: Cell
  /** Each month by itself, in order of time. */
  readonly line: readonly { readonly month: CivilMonth; readonly standard: Cell; readonly enhanced: Cell }[]
}

export interface RuleRow {
  readonly rule: RuleCode
  readonly standard: Cell
  readonly enhanced: Cell
}

interface Asked {
  /** In order of time. */
  readonly months: readonly CivilMonth[]
  /** How many of them, the last, are added up. */
  readonly last: number
  /** Small numbers are withheld: the reader may not open all that is behind. */
  readonly published: boolean
}

interface Part {
  readonly tally: Tally
  readonly cell: Cell
}

const SIDES = [false, true] as const

/** VCO-06: how each right was kept, standard and enhanced beside each other, month by month and added up. */
export function byRight(counted: readonly Counted[], asked: Asked): readonly RightRow[] {
  const parts = RIGHT_NUMBERS.flatMap((right) => SIDES.map((enhanced) => ({ right, enhanced })))
  const byMonth = monthsOf(counted, asked, (under) => 2 * (under.right - 1) + Number(under.enhanced), parts.length)
  return RIGHT_NUMBERS.map((right) => {
    const at = 2 * (right - 1)
    return {
      right,
      standard: lastOf(byMonth, at, asked.last),
      enhanced: lastOf(byMonth, at + 1, asked.last),
      line: byMonth.map(({ month, parts: of }) => ({
        month,
        standard: (of[at] ?? NOTHING).cell,
        enhanced: (of[at + 1] ?? NOTHING).cell,
      })),
    }
  })
}

/**
 * The same for the rules of one right. Where small numbers are withheld, those of a rule are withheld within what is shown of the
 * right, and late, waived and overdue are shown of the right alone.
 */
export function byRule(counted: readonly Counted[], right: Right, asked: Asked): readonly RuleRow[] {
  const own = counted.filter(({ rule }) => countedUnder(rule)?.right === right)
  const rules = [...new Set(own.flatMap(({ rule }) => countedUnder(rule)?.rule ?? []))].toSorted()
  const sides = SIDES.map((enhanced) => {
    const ofSide = own.filter(({ rule }) => countedUnder(rule)?.enhanced === enhanced)
    const months = monthsOf(ofSide, asked, (under) => rules.indexOf(under.rule), rules.length)
    const rights = byRight(counted, asked)[right - 1]?.line ?? []
    return asked.published
      ? months.map(({ month, parts }, i) => ({
          month,
          parts: parts.map((part) => ({
            ...part,
            cell: within(part.cell, rights[i]?.[enhanced ? 'enhanced' : 'standard']),
          })),
        }))
      : months
  })
  return rules.map((rule, at) => ({
    rule,
    standard: lastOf(sides[0] ?? [], at, asked.last),
    enhanced: lastOf(sides[1] ?? [], at, asked.last),
  }))
}

/** What of a rule may be shown beside what is shown of its right. */
function within(cell: Cell, right: Cell | undefined): Cell {
  const hidden = { late: 'withheld', waived: 'withheld', overdue: 'withheld', medianLate: null } as const
  const unknown = typeof right?.unknown === 'number' ? cell.unknown : 'withheld'
  if (typeof right?.owed !== 'number' || typeof right.inTime !== 'number' || typeof unknown === 'string')
    return { ...cell, ...hidden, inTime: 'withheld', owed: 'withheld', unknown, kept: 'withheld' }
  return { ...cell, ...hidden, unknown }
}

interface MonthParts {
  readonly month: CivilMonth
  readonly parts: readonly Part[]
}

function monthsOf(
  counted: readonly Counted[],
  { months, published }: Asked,
  placeOf: (under: CountedUnder) => number,
  places: number,
): readonly MonthParts[] {
  const found = grouped(counted, ({ month, rule }) => {
    const under = countedUnder(rule)
    return under === null ? null : `${month} ${placeOf(under)}`
  })
  return months.map((month) => {
    const tallies = Array.from({ length: places }, (_, place) => sumOf(found.get(`${month} ${place}`) ?? []))
    const cells = published ? publishCells(tallies) : tallies.map(openCell)
    return { month, parts: tallies.map((tally, i) => ({ tally, cell: cells[i] ?? NOTHING.cell })) }
  })
}

function lastOf(months: readonly MonthParts[], place: number, last: number): Cell {
  return addMonthsUp(months.slice(-last).map(({ parts }) => parts[place] ?? NOTHING))
}

const NOTHING: Part = { tally: NO_TALLY, cell: openCell(NO_TALLY) }
