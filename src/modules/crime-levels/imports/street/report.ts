import type { Rejection } from '#platform/imports/fault.ts'

/** rows = crimes + asb + rejected; the other counts overlap, and are of rows that were not rejected. */
export interface StreetCounts {
  readonly rows: number
  readonly crimes: number
  readonly asb: number
  readonly rejected: number
  /** Without coordinates. */
  readonly withoutPlace: number
  /** With a point outside the area of the force; null where no outline of it is loaded: unknown is not nought. */
  readonly outsideForce: number | null
  /** Reported to, or falling within, another force than the one the file is expected from. */
  readonly namingAnotherForce: number
  /** There already, so not added again. */
  readonly alreadyPresent: number
  /** How long it took. */
  readonly seconds: number
}

export interface StreetFileReport extends StreetCounts {
  readonly file: string
  /** False where rows were rejected and the good ones were not asked for, or the file as a whole was refused. */
  readonly loaded: boolean
  readonly added: number
  /** The months of its rows: `2018-06`. */
  readonly months: readonly string[]
  /** The first hundred; all of them are in the error file. */
  readonly rejections: readonly Rejection[]
  /** Where the error file was kept, or null. */
  readonly errorFile: string | null
  readonly warnings: readonly string[]
}

export interface StreetReport {
  readonly files: readonly StreetFileReport[]
  readonly total: StreetCounts
  /** Whether every file was loaded without a rejected row, or only good rows were asked for. */
  readonly ok: boolean
}

/** The sum over the files. `outsideForce` is known only where it is for each. */
export function totalOf(files: readonly StreetCounts[]): StreetCounts {
  const sum = (count: (file: StreetCounts) => number) => files.reduce((all, file) => all + count(file), 0)
  const unknown = files.some(({ outsideForce }) => outsideForce === null)
  return {
    rows: sum(({ rows }) => rows),
    crimes: sum(({ crimes }) => crimes),
    asb: sum(({ asb }) => asb),
    rejected: sum(({ rejected }) => rejected),
    withoutPlace: sum(({ withoutPlace }) => withoutPlace),
    outsideForce: unknown ? null : sum(({ outsideForce }) => outsideForce ?? 0),
    namingAnotherForce: sum(({ namingAnotherForce }) => namingAnotherForce),
    alreadyPresent: sum(({ alreadyPresent }) => alreadyPresent),
    seconds: Number(sum(({ seconds }) => seconds).toFixed(3)),
  }
}
