import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilMonth, isCivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { command } from '#kernel/operations.ts'
import { asService } from '#platform/db/as-service.ts'
import { Forbidden, Invalid, RuleRefused } from '#platform/errors/errors.ts'
import { text, wholeNumber } from '#platform/forms/fields.ts'
import { drawSample, inOrder } from '../rules/eff03-sample.ts'
import { PROVERS } from './readers.ts'

export const SIZES = { smallest: 1, usual: 10, largest: 50 } as const

/** Large enough for anybody's number, and small enough for every machine to hold it exactly. */
const LARGEST_SEED = 999_999_999

const seed = (label: string) => wholeNumber(label, { min: 0, max: LARGEST_SEED })

/**
 * Draws rows of a measure's month in front of both parties. Drawn from what the reader may open and the published figure
 * counts: nothing of a closed compartment is in it, even where the reader is on its list, since the draw is kept for others.
 */
export const drawSampleCommand = (measures: Measures) =>
  command({
    name: 'sample.draw',
    summary: 'Draw rows of a measure at random, by a number from each party',
    input: z.object({
      measure: text('Measure', 40),
      month: z.string().refine(isCivilMonth, { error: 'Choose the month from the list' }),
      inspectorSeed: seed('The inspector’s number'),
      forceSeed: seed('The force’s number'),
      size: wholeNumber('How many', { min: SIZES.smallest, max: SIZES.largest }),
    }),
    output: z.object({ id: z.uuid(), drawn: z.int(), population: z.int(), beyond: z.int() }),
    access: { staff: PROVERS },
    purpose: 'inspection visit',
    audit: {
      event: 'sample.drawn',
      subjects: ({ measure }, { id }) => [
        { kind: 'inspector-sample', id },
        { kind: 'measure', id: measure },
      ],
      detail: ({ month, inspectorSeed, forceSeed, size }, { population }) => ({
        month,
        inspectorSeed,
        forceSeed,
        size,
        population,
      }),
    },
    async run(tx, { measure: code, month: asked, inspectorSeed, forceSeed, size }) {
      if (tx.reader.account === null) throw new Forbidden()
      const measure = measures.get(code)
      const { population } = measure
      const month = getCivilMonth(asked)
      if (population === undefined) throw new RuleRefused('EFF03', 'The rows behind this measure cannot be drawn from.')
      const published = new Set(await asService(tx, () => population(tx, month)))
      const open = inOrder(await population(tx, month)).filter((id) => published.has(id))
      if (open.length === 0 && published.size === 0)
        throw new Invalid({ month: 'No row is counted in this month. Choose another.' })
      const id = randomUUID()
      const drawn = drawSample(open, { inspector: inspectorSeed, force: forceSeed }, size)
      const beyond = published.size - open.length
      await tx.db
        .insertInto('inspector_sample')
        .values({
          id,
          measure: measure.code,
          measure_version: measure.version,
          month: `${month}-01`,
          seed: inspectorSeed,
          force_seed: forceSeed,
          population: open.length,
          beyond,
          population_sha256: createHash('sha256').update(open.join('\n')).digest('hex'),
          drawn: [...drawn],
          drawn_by: tx.reader.account,
          drawn_at: tx.now,
        })
        .execute()
      return { id, drawn: drawn.length, population: open.length, beyond }
    },
  })
