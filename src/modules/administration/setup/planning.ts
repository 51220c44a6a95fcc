import type { Finding } from '#kernel/organisation/rules/rule.ts'
import type { LineOutcome, Plan, Rejection } from './rejection.ts'

/** Gathers, line by line, what a file comes to. Every row is given to exactly one of its methods. */
export class PlanInTheMaking<Made, Changed> {
  readonly #make: Made[] = []
  readonly #change: Changed[] = []
  readonly #outcomes: LineOutcome[] = []
  readonly #rejected: Rejection[]
  #unchanged = 0

  constructor(rejected: readonly Rejection[]) {
    this.#rejected = [...rejected]
  }

  make(line: number, key: string, row: Made): void {
    this.#make.push(row)
    this.#outcomes.push({ line, what: 'made', key })
  }

  change(line: number, key: string, row: Changed): void {
    this.#change.push(row)
    this.#outcomes.push({ line, what: 'changed', key })
  }

  leave(): void {
    this.#unchanged++
  }

  reject(line: number, column: string | null, reason: string): void {
    this.#rejected.push({ line, column, reason })
  }

  finish(): Plan<Made, Changed> {
    return {
      make: this.#make,
      change: this.#change,
      unchanged: this.#unchanged,
      outcomes: this.#outcomes,
      rejected: this.#rejected.toSorted((a, b) => a.line - b.line),
    }
  }
}

/** The first of the rules that says no, with its public code. */
export function firstFinding(...findings: readonly (Finding | null)[]): string | null {
  const found = findings.find((finding) => finding !== null)
  return found ? `${found.message} (${found.rule})` : null
}

/** The lines after the first that have a key which an earlier line has. */
export function repeats<Row extends { readonly line: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): ReadonlyMap<number, number> {
  const first = new Map<string, number>()
  const repeated = new Map<number, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const before = first.get(key)
    if (before === undefined) first.set(key, row.line)
    else repeated.set(row.line, before)
  }
  return repeated
}

/** What says where a row hangs: `up` is the key of another row, in the file or there already. */
export interface Hanging {
  readonly line: number
  readonly key: string
  readonly up: string | null
}

/**
 * Rejects the rows that hang on one which was itself rejected, and those that hang on them: with the good rows kept, none
 * may end up at the top by mistake.
 */
export function withoutOrphans<Row extends Hanging>(
  plan: Plan<Row, Row>,
  there: ReadonlySet<string>,
  column: string,
): Plan<Row, Row> {
  let kept = plan
  for (;;) {
    const keys = new Set([...there, ...kept.make.map((row) => row.key)])
    const orphaned = (row: Row): boolean => row.up !== null && !keys.has(row.up)
    const orphans = [...kept.make, ...kept.change].filter(orphaned)
    if (orphans.length === 0) return kept
    const lines = new Set(orphans.map((row) => row.line))
    kept = {
      make: kept.make.filter((row) => !orphaned(row)),
      change: kept.change.filter((row) => !orphaned(row)),
      unchanged: kept.unchanged,
      outcomes: kept.outcomes.filter((outcome) => !lines.has(outcome.line)),
      rejected: [
        ...kept.rejected,
        ...orphans.map((row) => ({ line: row.line, column, reason: `The line of ${row.up ?? ''} was rejected` })),
      ].toSorted((a, b) => a.line - b.line),
    }
  }
}
