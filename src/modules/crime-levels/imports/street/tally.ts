import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { PublishedMonth } from '#kernel/occurrences/monthly-counts.ts'
import type { StreetRow } from './check-row.ts'
import type { ForceArea } from './force-area.ts'

/** Counts the rows of one file as they pass. */
export class Tally {
  crimes = 0
  asb = 0
  withoutPlace = 0
  outside = 0
  namingAnotherForce = 0
  outOfTime = 0
  readonly #months = new Map<string, PublishedMonth>()
  readonly #area: ForceArea | null

  constructor(area: ForceArea | null) {
    this.#area = area
  }

  get accepted(): number {
    return this.crimes + this.asb
  }

  get publishedMonths(): PublishedMonth[] {
    return [...this.#months.values()]
  }

  /** Every month in the file, in order: `2018-06`. */
  get months(): string[] {
    return [...new Set(this.publishedMonths.map(({ month }) => month.slice(0, 7)))].toSorted()
  }

  get outsideForce(): number | null {
    return this.#area === null ? null : this.outside
  }

  add(row: StreetRow): void {
    if (row.category === ASB) this.asb += 1
    else this.crimes += 1
    if (row.point === null) this.withoutPlace += 1
    else if (this.#area?.isOutside(row.point) === true) this.outside += 1
    if (row.namesAnotherForce) this.namingAnotherForce += 1
    if (row.typeOutOfTime) this.outOfTime += 1
    const key = `${row.publisher} ${row.month}`
    if (!this.#months.has(key)) this.#months.set(key, { publisher: row.publisher, month: `${row.month}-01` })
  }
}
