/** Something that may be held or disposed of, as SQL expressions over one row of its table. */
interface Source {
  /** Which database role may delete there. */
  readonly as: 'fp_disposal' | 'fp_gate'
  readonly table: string
  /** What the certificate lists. Never a name, and nothing that opens a door. */
  readonly id: string
  /** From when its age counts. */
  readonly since: string
  /** The live holds that keep it: a hold of that kind on that subject. */
  readonly heldBy: readonly { readonly kind: HoldKind; readonly subject: string }[]
}

/** What a legal hold can name, with the words for it. */
export const HOLD_KINDS = {
  account: 'An account, with all that belongs to it',
  draft: 'A draft, by its address',
  document: 'A document',
  occurrence: 'An occurrence',
} as const
export type HoldKind = keyof typeof HOLD_KINDS

/** A rule of disposal, as data: what goes, when, and on whose authority. */
export interface DisposalRule {
  /** Public code, on every certificate. */
  readonly code: string
  readonly kind: string
  /** In a person's words: "Drafts that nobody touched for 28 days". */
  readonly what: string
  /** Gone when older than this: not at this age, but past it. */
  readonly age: { readonly days: number }
  readonly authority: string
  /** Whether the authority's own words were seen, or the period is this product's own. */
  readonly mark: 'seen' | 'unverified' | 'default'
  readonly source: Source
}

const DAY = 86_400_000

/** What happened before this moment is old enough. */
export function cutOff(rule: Pick<DisposalRule, 'age'>, now: Date): Date {
  return new Date(now.getTime() - rule.age.days * DAY)
}
