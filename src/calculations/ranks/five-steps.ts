export type Step = 1 | 2 | 3 | 4 | 5

/** The values that share a step: how many, the lowest and the highest. */
export type StepRange = { readonly step: Step; readonly low: number; readonly high: number; readonly size: number }

export type FiveSteps = {
  /** In the order given; undefined where there was no value. */
  readonly steps: readonly (Step | undefined)[]
  /** From the lowest step up; steps that hold nothing are left out. */
  readonly ranges: readonly StepRange[]
}

/**
 * Puts values into five steps by rank, about a fifth in each: 1 the lowest, 5 the highest. Equal values always share
 * a step (that of their lowest rank), so a map never shades two like areas apart. Undefined: no value.
 */
export function fiveSteps(values: readonly (number | undefined)[]): FiveSteps {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  const firstRank = new Map<number, number>()
  sorted.forEach((value, rank) => {
    if (!firstRank.has(value)) firstRank.set(value, rank)
  })
  const stepOf = (value: number): Step => asStep(1 + Math.floor((5 * (firstRank.get(value) ?? 0)) / sorted.length))
  const ranges: StepRange[] = []
  for (const value of sorted) {
    const step = stepOf(value)
    const range = ranges.at(-1)
    if (range?.step === step) ranges[ranges.length - 1] = { ...range, high: value, size: range.size + 1 }
    else ranges.push({ step, low: value, high: value, size: 1 })
  }
  return { steps: values.map((value) => (value === undefined ? undefined : stepOf(value))), ranges }
}

const STEPS = [1, 2, 3, 4, 5] as const

function asStep(number: number): Step {
  return STEPS.find((step) => step === number) ?? 5
}
