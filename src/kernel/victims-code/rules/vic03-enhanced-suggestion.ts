import type { Mark } from '#kernel/duties/rule.ts'
import { findOffences, type Offence } from '#kernel/offences/offences.ts'
import { ENHANCED_REASONS, type EnhancedKind } from '../enhanced-reasons.ts'
import type { CrimeFlag } from '../facts.ts'
import type { Standing } from '../victim-rule.ts'

/** What is known of a victim and the crime that may point to enhanced rights. */
export interface EnhancedSigns {
  readonly standing: Standing
  /** Home Office code and recorded-crime class, as far as they are known. */
  readonly offence: { readonly code: string | null; readonly classCode: string | null }
  readonly flags: readonly CrimeFlag[]
  /** Full years on the day of the offence; null where not known. */
  readonly ageThen: number | null
  /** How many other crimes against them are known from the twelve months before. */
  readonly crimesBefore: number
}

export type EnhancedSuggestion = EnhancedKind & { readonly why: string; readonly mark: Mark }

/**
 * VIC-03: the reasons for enhanced rights that what is known points to, each with why. A suggestion: a person decides, and what
 * nobody can see from a record (a condition, fear) is never suggested or ruled out here. Nothing for a business. Source: the
 * groups are seen on pages of a commissioner and the government; which offences and flags point to them is this project’s.
 */
export function mayBeEnhancedBy(signs: EnhancedSigns): readonly EnhancedSuggestion[] {
  if (signs.standing === 'business') return []
  const found = [...byStanding(signs), ...byFlags(signs), ...byOffence(signs), ...byAge(signs), ...byRepetition(signs)]
  return found.filter(
    ({ reason, kind }, at) => found.findIndex((one) => one.reason === reason && one.kind === kind) === at,
  )
}

const suggest = (what: EnhancedKind, why: string, mark: Mark = ENHANCED_REASONS[what.reason].mark) => ({
  ...what,
  why,
  mark,
})

function byStanding({ standing }: EnhancedSigns): readonly EnhancedSuggestion[] {
  const why = { bereaved: 'A close relative died by the crime', spokesperson: 'They speak for a family' }
  if (standing !== 'bereaved' && standing !== 'spokesperson') return []
  return [suggest({ reason: 'E1', kind: 'bereaved' }, why[standing], standing === 'bereaved' ? 'seen' : 'default')]
}

const BY_FLAG: Readonly<Partial<Record<CrimeFlag, EnhancedKind>>> = {
  'domestic-abuse': { reason: 'E1', kind: 'domestic-abuse' },
  sexual: { reason: 'E1', kind: 'sexual' },
  hate: { reason: 'E1', kind: 'hate' },
  terrorism: { reason: 'E1', kind: 'terrorism' },
  trafficking: { reason: 'E1', kind: 'trafficking' },
  stalking: { reason: 'E2', kind: 'stalking' },
}

function byFlags({ flags }: EnhancedSigns): readonly EnhancedSuggestion[] {
  return flags.flatMap((flag) => {
    const what = BY_FLAG[flag]
    return what === undefined ? [] : [suggest(what, 'The crime is flagged so')]
  })
}

/** By recorded-crime class. */
const BY_CLASS: Readonly<Record<string, readonly EnhancedKind[]>> = {
  '2': [{ reason: 'E1', kind: 'attempted-murder' }],
  '5D': [{ reason: 'E1', kind: 'wounding-intent' }],
  '36': [
    { reason: 'E1', kind: 'kidnap' },
    { reason: 'E1', kind: 'false-imprisonment' },
  ],
  '56A': [{ reason: 'E1', kind: 'arson-life' }],
  '72': [{ reason: 'E1', kind: 'trafficking' }],
  '106': [{ reason: 'E1', kind: 'trafficking' }],
}

/** What an offence points to by its nature and not by a code’s list [default]: a child, a partner, a witness who is threatened. */
const BY_NATURE: Readonly<Record<string, EnhancedKind>> = {
  '008/67': { reason: 'E1', kind: 'domestic-abuse' },
  '066/39': { reason: 'E1', kind: 'domestic-abuse' },
  '011/03': { reason: 'E3a', kind: 'under-18' },
  '013/01': { reason: 'E3a', kind: 'under-18' },
  '013/02': { reason: 'E3a', kind: 'under-18' },
  '079/04': { reason: 'E3b', kind: 'fear' },
}

function byOffence({ offence: { code, classCode } }: EnhancedSigns): readonly EnhancedSuggestion[] {
  return findOffences(code, classCode).flatMap((offence) => {
    const why = `The offence is “${offence.title}”`
    const byNature = BY_NATURE[offence.code ?? '']
    return [
      ...kindsOf(offence).map((what) => suggest(what, why)),
      ...(byNature === undefined ? [] : [suggest(byNature, why, 'default')]),
    ]
  })
}

function kindsOf({ group, subgroup, classes, hate }: Offence): readonly EnhancedKind[] {
  return [
    ...(group === 'Sexual offences' ? [{ reason: 'E1', kind: 'sexual' } as const] : []),
    ...(hate ? [{ reason: 'E1', kind: 'hate' } as const] : []),
    ...(subgroup === 'Stalking and harassment' ? [{ reason: 'E2', kind: 'stalking' } as const] : []),
    ...classes.flatMap((one) => BY_CLASS[one] ?? []),
  ]
}

function byAge({ ageThen, standing }: EnhancedSigns): readonly EnhancedSuggestion[] {
  if (standing === 'parent')
    return [suggest({ reason: 'E3a', kind: 'under-18' }, 'The child they speak for was under 18')]
  return ageThen !== null && ageThen < 18
    ? [suggest({ reason: 'E3a', kind: 'under-18' }, `They were ${ageThen} at the time`)]
    : []
}

function byRepetition({ crimesBefore }: EnhancedSigns): readonly EnhancedSuggestion[] {
  if (crimesBefore < 1) return []
  const count = crimesBefore === 1 ? 'Another crime' : `${crimesBefore} other crimes`
  return [suggest({ reason: 'E2', kind: 'repeated' }, `${count} against them in the twelve months before`, 'default')]
}
