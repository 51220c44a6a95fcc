import type { Offence } from './offences.ts'
import { HARM_ROWS, type HarmBasis, type HarmRow } from './reference/harm-rows.ts'
import { HARM_SUBGROUPS, harmSubgroupOf } from './reference/harm-subgroups.ts'

/** The editions of the Cambridge Crime Harm Index that are here. Totals of different editions are not to be compared. */
export const HARM_EDITIONS = ['2016', '2026'] as const
export type HarmEdition = (typeof HARM_EDITIONS)[number]

/** The one that crimes are given: one for all of them, whenever they happened, so that totals can be compared. */
export const HARM_EDITION: HarmEdition = '2026'

/** Days in prison that stand for the harm of an offence; or that it is not known, which is never nought. */
export type Harm =
  | {
      readonly known: true
      readonly days: number
      readonly edition: HarmEdition
      /** The value is its subgroup's, not its own: not to be used for one person's or one crime's. */
      readonly estimated: boolean
      readonly basis: HarmBasis
      readonly subgroup: string
      /** Found by police work: left out of totals of harm that was reported. */
      readonly proactive: boolean
    }
  | { readonly known: false; readonly why: string }

const ROWS = new Map(HARM_ROWS.map((row) => [keyOf(row[0], row[1]), row]))
const ESTIMATES: readonly HarmBasis[] = ['M', 'N']

/** OFF-03: harm of an offence: its own days, else its subgroup's mean, marked as an estimate, else unknown. */
export function harmOf(offence: Offence | undefined, edition: HarmEdition = HARM_EDITION): Harm {
  if (offence === undefined) return { known: false, why: 'the offence is not known here' }
  const row = rowOf(offence)
  const own = row?.[edition === '2016' ? 3 : 4] ?? null
  const subgroup = row?.[2] ?? harmSubgroupOf(offence)
  const proactive = row?.[5] ?? false
  if (own !== null && subgroup !== null)
    return {
      known: true,
      days: own[0],
      edition,
      estimated: ESTIMATES.includes(own[1]),
      basis: own[1],
      subgroup,
      proactive,
    }
  const mean = edition === '2026' && subgroup !== null ? HARM_SUBGROUPS[subgroup]?.mean : undefined
  if (mean === undefined || subgroup === null)
    return { known: false, why: `the ${edition} index has no value for it that is known here` }
  return { known: true, days: mean, edition, estimated: true, basis: 'N', subgroup, proactive }
}

/** The harm of what codes may stand for: known only where all of them have the same. */
export function harmOfAny(offences: readonly Offence[], edition: HarmEdition = HARM_EDITION): Harm {
  const [first, ...others] = offences.map((offence) => harmOf(offence, edition))
  if (first === undefined) return harmOf(undefined, edition)
  const same = others.every((harm) => harm.known && first.known && harm.days === first.days)
  return same ? first : { known: false, why: 'its codes stand for several offences' }
}

function rowOf({ classes, code }: Offence): HarmRow | undefined {
  for (const one of classes) {
    const row = ROWS.get(keyOf(one, code))
    if (row !== undefined) return row
  }
  return undefined
}

function keyOf(classCode: string, code: string | null): string {
  return `${classCode} ${code ?? ''}`
}
