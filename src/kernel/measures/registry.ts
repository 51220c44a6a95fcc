import { NotFound } from '#platform/errors/errors.ts'
import type { Measure } from './define.ts'

/** Every measure of the product, by its code. Made once, at the roof, and handed to whoever reads measures. */
export interface Measures {
  /** By question of the inspection framework, then by code. */
  readonly all: readonly Measure[]
  find(this: void, code: string): Measure | undefined
  /** Throws NotFound. */
  get(this: void, code: string): Measure
}

/** Throws when two measures share a code, or a code cannot stand in an address. */
export function measuresOf(measures: readonly Measure[]): Measures {
  const byCode = new Map<string, Measure>()
  for (const measure of measures) {
    if (!CODE.test(measure.code)) throw new Error(`“${measure.code}” is no code of a measure.`)
    if (byCode.has(measure.code)) throw new Error(`Two measures are called ${measure.code}.`)
    byCode.set(measure.code, measure)
  }
  const orderOf = ({ question, code }: Measure): string => `${question} ${code}`
  return {
    all: measures.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    find: (code) => byCode.get(code),
    get: (code) => {
      const found = byCode.get(code)
      if (found === undefined) throw new NotFound({ kind: 'measure', id: code }, `There is no measure ${code}.`)
      return found
    },
  }
}

/** `P1-ASB`: capital letters and digits, parted by hyphens. */
const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/
