import type { Mark } from '#kernel/duties/rule.ts'

/** A reason for enhanced rights. Any one is enough; all that hold are kept. */
export interface EnhancedReason {
  readonly words: string
  readonly test: string
  readonly mark: Mark
  readonly kinds: Readonly<Record<string, string>>
}

export const ENHANCED_REASONS = {
  E1: {
    words: 'Most serious crime',
    test: 'Bereaved by a crime, or harmed by one of these',
    mark: 'seen',
    kinds: {
      bereaved: 'Close relative of somebody who died by the crime',
      'domestic-abuse': 'Domestic abuse',
      hate: 'Hate crime',
      terrorism: 'Terrorism',
      sexual: 'Sexual offence',
      trafficking: 'Human trafficking',
      'attempted-murder': 'Attempted murder',
      kidnap: 'Kidnap',
      'false-imprisonment': 'False imprisonment',
      'arson-life': 'Arson with intent to endanger life',
      'wounding-intent': 'Wounding or grievous bodily harm with intent',
    },
  },
  E2: {
    words: 'Persistently targeted',
    test: 'Targeted more than once over time, above all on purpose, or harassed or stalked',
    mark: 'seen',
    kinds: { repeated: 'Targeted again and again', stalking: 'Harassed or stalked' },
  },
  E3a: {
    words: 'Vulnerable',
    test: 'Under 18 at the time, or their evidence is likely to suffer by their condition',
    mark: 'seen',
    kinds: {
      'under-18': 'Under 18 at the time',
      'mental-disorder': 'Mental disorder',
      'learning-or-social': 'Impaired in learning or social functioning',
      physical: 'Physical disability or disorder',
    },
  },
  E3b: {
    words: 'Intimidated',
    test: 'Their evidence is likely to suffer from fear or distress about giving it',
    mark: 'unverified',
    kinds: { fear: 'Afraid or distressed about giving evidence' },
  },
} as const satisfies Record<string, EnhancedReason>
export type EnhancedReasonCode = keyof typeof ENHANCED_REASONS

/** A kind of a reason: `E1` and `kidnap`. */
export type EnhancedKind = {
  [Code in EnhancedReasonCode]: {
    readonly reason: Code
    readonly kind: keyof (typeof ENHANCED_REASONS)[Code]['kinds'] & string
  }
}[EnhancedReasonCode]

/** "Most serious crime: kidnap", for a list; null where the list has no such kind. */
export function enhancedWords(reason: EnhancedReasonCode, kind: string): string | null {
  const { words, kinds }: EnhancedReason = ENHANCED_REASONS[reason]
  const said = kinds[kind]
  return said === undefined ? null : `${words}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`
}
