import type { Hash } from 'node:crypto'
import type pg from 'pg'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'

/** The demonstration in the making: what every step of it needs. */
export interface Making {
  readonly client: pg.ClientBase
  readonly digest: Hash
  readonly seed: number
  readonly asOf: CivilDate
  /** The months of the data, the last one that of the as-of date and therefore not complete. */
  readonly months: readonly CivilMonth[]
  readonly scale: number
  /** How many records of people are to be made. */
  readonly people: number
  /** 07:00 in London on the as-of date: when the data was frozen. Nothing in it is later. */
  readonly frozenAt: Date
  /** Says that one more step of the work begins. */
  readonly step: (message: string) => void
}
