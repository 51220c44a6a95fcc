import type { Standing } from './victim-rule.ts'

/** What is known of a crime that makes it sensitive. Each is a flag that a person or a records system set, or an offence says. */
export const CRIME_FLAGS = {
  'domestic-abuse': 'Domestic abuse',
  sexual: 'Sexual offence',
  stalking: 'Stalking or harassment',
  'honour-based': 'Honour-based abuse or forced marriage',
  'child-exploitation': 'Exploitation of a child',
  hate: 'Hate crime',
  terrorism: 'Terrorism',
  trafficking: 'Modern slavery or trafficking',
} as const
export type CrimeFlag = keyof typeof CRIME_FLAGS

/** How often a victim may choose to hear, in days; 28 where nothing else was agreed. */
export const UPDATE_DAYS = [7, 14, 28, 56, 84] as const
export type UpdateDays = (typeof UPDATE_DAYS)[number]

/** What is known of a victim when something happens in the case. */
export interface VictimFacts {
  readonly standing: Standing
  /** A person decided that they have enhanced rights. A business has none. */
  readonly enhanced: boolean
  readonly flags: readonly CrimeFlag[]
  /** They said that their details are not to go to victim support. */
  readonly objectsToReferral: boolean
  /** They were injured, or lost something, or it was damaged. */
  readonly lossOrInjury: boolean
  readonly updateEvery: UpdateDays
  /** Whether the force keeps the local standard of a first update (VC44); off unless it chose to. */
  readonly localStandard: boolean
}

/** What is said to a victim depends on these. */
export type SayFacts = Pick<VictimFacts, 'standing' | 'enhanced' | 'flags'>

/** A business has no enhanced rights, whatever was written down. */
export function isEnhanced({ enhanced, standing }: Pick<VictimFacts, 'enhanced' | 'standing'>): boolean {
  return enhanced && standing !== 'business'
}
