/** After so many days without a contact a tie has lapsed. A default. */
const LAPSES_DAYS = 180
const DAY = 86_400_000

export type KeyIndividualStanding = 'asked-to-be' | 'active' | 'lapsed' | 'ended'

/** Words for each, and the shape that tells it. */
export const KEY_INDIVIDUAL_STANDINGS = {
  'asked-to-be': { words: 'not agreed yet', tag: 'too-few' },
  active: { words: 'in touch', tag: 'holding' },
  lapsed: { words: 'no contact for half a year', tag: 'slipping' },
  ended: { words: 'ended', tag: 'too-few' },
} as const

/** KIN03 How a tie stands follows from agreement, last contact and end; nobody sets it by hand. */
export function keyIndividualStanding(
  facts: {
    readonly agreedOn: string | null
    readonly endedOn: string | null
    /** The last contact; where there was none, when they were added. */
    readonly inTouchSince: Date
  },
  now: Date,
): KeyIndividualStanding {
  if (facts.endedOn !== null) return 'ended'
  if (facts.agreedOn === null) return 'asked-to-be'
  return now.getTime() - facts.inTouchSince.getTime() >= LAPSES_DAYS * DAY ? 'lapsed' : 'active'
}
