import { LEVELS, NEUTRAL } from './comparisons.ts'
import { createDesk } from './desk.ts'
import type { PersonRecord } from './mapping.ts'
import type { LinkageModel } from './model.ts'
import { isOfHome, kindsAtHome, oddsBits, probabilityOf, strongestAtHome } from './score.ts'
import { SETTINGS, type LinkageSettings } from './settings.ts'
import type { Slot } from './table.ts'

/** Why two records are, or are not, of one person: one thing that was compared. */
export interface Reason {
  /** "Date of birth". */
  readonly what: string
  /** What each record holds, folded as it was compared; empty where it is not known. */
  readonly left: string
  readonly right: string
  /** "one figure apart", or "not known in both". */
  readonly agreement: string
  /** Bits for one person, or against it. */
  readonly bits: number
  /** The bits in words: "for, strongly". */
  readonly weight: string
}

export interface Verdict {
  /** All reasons and the prior together. */
  readonly bits: number
  readonly probability: number
  /** The bits before anything was compared. */
  readonly prior: number
  readonly reasons: readonly Reason[]
}

export interface Scorer {
  /** How likely a record is of one person with each of some others. */
  readonly score: (record: PersonRecord, others: readonly PersonRecord[]) => Float64Array
  /** The same of two, with the reasons. */
  readonly explain: (left: PersonRecord, right: PersonRecord) => Verdict
}

/** Scores records that are not in a table, one against a few, by a model learnt before. */
export function createScorer(model: LinkageModel, settings: LinkageSettings = SETTINGS): Scorer {
  const lay = createDesk(model, settings)
  return {
    score: (record, others) => {
      const { rows, weigher, compare, levels } = lay([record, ...others])
      return Float64Array.from(others, (_, index) => {
        const right = (index + 1) * rows.slots.length
        compare(0, right, levels)
        return probabilityOf(weigher.weigh(levels, 0, 0, right), model.prior)
      })
    },
    explain: (left, right) => {
      const { rows, weigher, compare, levels } = lay([left, right])
      const width = rows.slots.length
      compare(0, width, levels)
      const weights = Float64Array.from(levels, (level, at) => weigher.weighOne(at, level, 0, width))
      const said = saidAlready(rows.slots, weights)
      const reasons = rows.slots
        .map((slot, at) => {
          const level = levels[at] ?? NEUTRAL
          const values = [0, width].map((row) => slot.lexicon.valueOf(rows.cells[row + at] ?? 0))
          const reason = reasonOf(slot, values[0] ?? '', values[1] ?? '', level, said.has(at) ? 0 : (weights[at] ?? 0))
          return said.has(at) ? { ...reason, agreement: `${reason.agreement}: said by the home already` } : reason
        })
        .filter((reason) => reason.left !== '' || reason.right !== '')
      const prior = oddsBits(model.prior)
      const bits = reasons.reduce((sum, reason) => sum + reason.bits, prior)
      return { bits, prior, reasons, probability: probabilityOf(bits - prior, model.prior) }
    },
  }
}

/** What speaks for one person only as something else of the same home does, and louder (`saidTwice`): by slot. */
function saidAlready(slots: readonly Slot[], weights: Float64Array): ReadonlySet<number> {
  const kinds = kindsAtHome(slots)
  const strongest = strongestAtHome(kinds, weights)
  if (strongest < 0) return new Set()
  return new Set([...kinds.keys()].filter((at) => at !== strongest && isOfHome(kinds[at], weights[at])))
}

function reasonOf(slot: Slot, left: string, right: string, level: number, bits: number): Reason {
  const unknown = left === '' || right === '' ? 'not known in both' : 'told by the other name'
  return {
    what: WORDS[slot.kind] ?? slot.name,
    left,
    right,
    agreement: level === NEUTRAL ? unknown : (LEVELS[slot.kind][level] ?? ''),
    bits,
    weight: wordsOf(bits),
  }
}

const WORDS: Readonly<Partial<Record<Slot['kind'], string>>> = {
  given: 'Given name',
  family: 'Family name',
  middle: 'Other names',
  birth: 'Date of birth',
  sex: 'Sex',
  number: 'House number',
  address: 'Address',
  locality: 'Place',
  postcode: 'Postcode',
  phone: 'Telephone',
  email: 'E-mail',
}

function wordsOf(bits: number): string {
  const strength = Math.abs(bits)
  if (strength < 0.5) return 'neither for nor against'
  const side = bits > 0 ? 'for' : 'against'
  return strength < 3 ? `${side}, slightly` : strength < 7 ? side : `${side}, strongly`
}
