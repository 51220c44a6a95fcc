import type { Clock } from '#calculations/clocks/clock.ts'
import type { Mark } from '#kernel/duties/rule.ts'
import type { CodeVersion } from './code-in-force.ts'
import type { CaseEventKind } from './events.ts'

/** Who is a victim, and how. */
export const STANDINGS = {
  person: 'Harmed by the crime',
  bereaved: 'Close relative of somebody who died by the crime',
  parent: 'Parent or guardian of a child who was harmed',
  spokesperson: 'Speaks for the family',
  business: 'Business, by a named contact',
} as const
export type Standing = keyof typeof STANDINGS

export const RESPONSIBLE = {
  police: 'Police',
  'witness-care': 'Witness care',
  cps: 'Crown Prosecution Service',
  probation: 'Probation',
  victim: 'Victim',
  'any-provider': 'Whoever was complained of, or knows of it',
} as const
export type Responsible = keyof typeof RESPONSIBLE

/** What meets a duty: a contact that reached the victim, an act of ours, or, for what happens elsewhere, a person’s word. */
export type MetBy =
  'contact' | 'recording' | 'assessment' | 'category' | 'referral' | 'statement' | 'review' | 'by-hand'

/** A limit, and how sure that it is the authority’s; `default`: none is known, and it is a setting of ours. */
export interface Limit {
  readonly clock: Clock
  readonly mark: Mark
}

export interface Limits {
  readonly standard: Limit
  readonly enhanced: Limit
}

/** The same rule with another limit, because another fact starts it or another rhythm was agreed. */
export interface Variant {
  /** What its duty rules’ codes end with: `VC07-2020-D14`. */
  readonly key: VariantKey
  readonly title?: string
  readonly startedBy: readonly CaseEventKind[]
  readonly by?: readonly Responsible[]
  readonly limits: Readonly<Partial<Record<CodeVersion, Limits>>>
  readonly metByHand?: readonly string[]
}

/** Every so many days; an appeal to the Crown Court; the first contact of probation. */
export const VARIANT_KEYS = ['D7', 'D14', 'D56', 'D84', 'CC', 'FC'] as const
export type VariantKey = (typeof VARIANT_KEYS)[number]

/** One of the 44 rules by which something is owed to a victim. */
export interface VictimRule {
  /** Public code: `VC09`. */
  readonly code: RuleCode
  /** Of a code, of the national standard of crime recording, or of one force for itself (off unless chosen). */
  readonly of: 'code' | 'recording-standard' | 'local-standard'
  readonly startedBy: readonly CaseEventKind[]
  /** What is owed. */
  readonly title: string
  readonly began: string
  /** Who owes it, the first before others. */
  readonly by: readonly Responsible[]
  /** By code; one that lacks it does not have the rule. */
  readonly limits: Readonly<Partial<Record<CodeVersion, Limits>>>
  /** Which of the twelve rights of the 2020 code. */
  readonly right: number
  /** How sure it is that this is owed at all; each limit has its own mark. */
  readonly mark: Mark
  /** Where it is from, and what is doubtful, in our words. */
  readonly source: string
  readonly metBy: MetBy
  readonly metByHand: readonly string[]
  /** Whether it waits while there is no safe way to reach them. */
  readonly waitsForSafeContact: boolean
  /** Whom it is not owed to, by standing. */
  readonly notFor: readonly Standing[]
  /** The clock counts from when witness care has the news, and not from what happened. */
  readonly fromReceipt: boolean
  /** The clock counts to the sentence and not from what started it. */
  readonly beforeSentence: boolean
  /** A time in which the victim may act: nobody owes it, and there is no duty for it. */
  readonly window: boolean
  readonly variants: readonly Variant[]
}

export const RULE_CODES = [
  ...(['VC01', 'VC02', 'VC03', 'VC04', 'VC05', 'VC06', 'VC07', 'VC08', 'VC09', 'VC10', 'VC11'] as const),
  ...(['VC12', 'VC13', 'VC14', 'VC15', 'VC16', 'VC17', 'VC18', 'VC19', 'VC20', 'VC21', 'VC22'] as const),
  ...(['VC23', 'VC24', 'VC25', 'VC26', 'VC27', 'VC28', 'VC29', 'VC30', 'VC31', 'VC32', 'VC33'] as const),
  ...(['VC34', 'VC35', 'VC36', 'VC37', 'VC38', 'VC39', 'VC40', 'VC41', 'VC42', 'VC43', 'VC44'] as const),
] as const
export type RuleCode = (typeof RULE_CODES)[number]
