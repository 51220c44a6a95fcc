import { type RateRatio, rateRatio } from '#calculations/rates/rate-ratio.ts'

/** Events in so many days. */
export type Spell = { readonly count: number; readonly days: number }

export type Growth =
  | { readonly kind: 'grew'; readonly ratio: RateRatio }
  | { readonly kind: 'not-shown'; readonly ratio: RateRatio | undefined }

/**
 * Whether a pattern that was rejected has grown since, so that it may be proposed again: more a day now than then by
 * more than chance (one in twenty, looking upwards only). The two times must not share days. Throws RangeError on a
 * time without days.
 */
export function grown(then: Spell, now: Spell): Growth {
  // Nine tenths between the ends leave a twentieth below the lower one.
  const ratio = rateRatio(
    { count: now.count, personYears: now.days },
    { count: then.count, personYears: then.days },
    0.9,
  )
  return ratio !== undefined && ratio.low > 1 ? { kind: 'grew', ratio } : { kind: 'not-shown', ratio }
}
