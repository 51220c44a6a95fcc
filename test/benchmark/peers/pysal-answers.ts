import { z } from 'zod'

const numbers = z.array(z.number())

/** What `pysal.py` writes. */
export const PysalAnswers = z.object({
  versions: z.record(z.string(), z.string()),
  hotSpots: z.array(
    z.object({
      counts: numbers,
      z: numbers,
      p: numbers,
      rates: numbers.optional(),
      zOfRates: numbers.optional(),
    }),
  ),
  knox: z.array(z.object({ observed: z.number(), expected: z.number(), p: z.number() })),
  regression: z.object({ coefficients: numbers, errors: numbers, dispersion: z.number() }).nullable(),
  likeness: z.array(numbers),
  burkitt: z.object({ x: numbers, y: numbers, day: numbers, observed: z.number(), expected: z.number() }),
  seconds: z.record(z.string(), z.number()),
})
export type PysalAnswers = z.infer<typeof PysalAnswers>

/** What is kept beside the tests: input and answers, without times and without others' data. */
export const PysalFixture = z.object({
  versions: z.record(z.string(), z.string()),
  input: z.object({
    hotSpots: z.array(
      z.object({
        name: z.string(),
        resolution: z.number(),
        region: z.array(z.string()),
        points: z.array(z.tuple([z.number(), z.number()])),
        exposure: numbers,
      }),
    ),
    knox: z.array(
      z.object({
        name: z.string(),
        x: numbers,
        y: numbers,
        day: numbers,
        metres: z.number(),
        days: z.number(),
        shuffles: z.number(),
      }),
    ),
    regression: z.array(z.object({ count: z.number(), of: numbers, exposure: z.number() })),
    texts: z.array(z.string()),
  }),
  answers: PysalAnswers.omit({ versions: true, burkitt: true, seconds: true }),
})
