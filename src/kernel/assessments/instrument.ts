/** One thing that an instrument asks, answered on its scale. */
export interface InstrumentItem {
  readonly code: string
  readonly words: string
  /** False: it bears on the suggestion, and is not summed up. */
  readonly scored?: false
}

/**
 * A versioned instrument of scored items: data, declared by a module. What it suggests is a suggestion: a professional judges,
 * and says why where they judge otherwise. It is never about what a person will do.
 */
export interface Instrument {
  /** Public code, unique: `PLAN-QUALITY`. */
  readonly code: string
  readonly version: number
  readonly title: string
  readonly authority: string
  readonly items: readonly InstrumentItem[]
  /** What each step of the scale means, from nought up. */
  readonly scale: readonly string[]
  /** What the answers suggest: one of `judgements`. */
  suggest(this: void, answers: Answers): string
  /** What can be judged, each with its words. */
  readonly judgements: Readonly<Record<string, string>>
}

/** By code of the item: its step on the scale. */
export type Answers = Readonly<Record<string, number>>

/** The sum of the steps of the items that are scored. */
export function scoreOf({ items }: Pick<Instrument, 'items'>, answers: Answers): number {
  return items.reduce((sum, { code, scored }) => sum + (scored === false ? 0 : (answers[code] ?? 0)), 0)
}
