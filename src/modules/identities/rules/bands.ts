/** How sure the matcher is, in words; the odds are those that follow from what was compared. */
export const BANDS = {
  said: { words: 'Proposed by a person', from: null, below: null },
  certain: { words: 'All but certain', from: 10, below: null },
  likely: { words: 'Likely', from: 5, below: 10 },
  possible: { words: 'Possible', from: null, below: 5 },
} as const
export type Band = keyof typeof BANDS

/** Of a weight in bits of odds: 10 is a thousand to one, 5 is thirty to one. Null where a person proposed it. */
export function bandOf(weight: number | null): Band {
  if (weight === null) return 'said'
  return weight >= BANDS.certain.from ? 'certain' : weight >= BANDS.likely.from ? 'likely' : 'possible'
}
