import { getCivilMonth, monthsBetween, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure, MeasureValue } from '#kernel/measures/define.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { computeMeasuresJob } from '#kernel/measures/compute-job.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import type { JobContext } from '#platform/jobs/define.ts'

const REQUEST = { requestId: 'test', purpose: 'test', origin: 'test' } as const

/** Runs the job once, as a worker does. `told`: what it said of its progress. */
export async function computeAll(store: Store, measures: Measures, told: string[] = []) {
  const nowhere = () => Promise.reject(new Error('There are no files here.'))
  const job = computeMeasuresJob(measures)
  const context: JobContext = {
    store,
    files: { put: nowhere, open: nowhere, has: nowhere, sweep: nowhere, async *list() {} },
    jobRun: '0d9f6d51-70a5-4a3b-a3a2-5b6a3a3a0002',
    headsFile: null,
    person: null,
    progress: (done, total, message) => {
      told.push(`${done} of ${total}: ${message}`)
      return Promise.resolve()
    },
    transaction: (work) =>
      transaction(store, { reader: systemReader(job.as) }, REQUEST, async (entered) => work(await entered.open())),
    personTransaction: () => Promise.reject(new Error('Nobody asked.')),
  }
  return job.run(context, job.input.parse({ import: 'an event’s own id' }))
}

/** A measure that gives what it is told to. */
export function madeUp(code: string, values: () => readonly MeasureValue[], over: Partial<Measure> = {}): Measure {
  return {
    code,
    version: 1,
    name: 'Made-up measure',
    definition: 'Made up for a test.',
    numerator: 'Some.',
    denominator: 'All.',
    unknown: 'The rest.',
    unit: 'per cent',
    direction: 'higher',
    question: 'E3',
    source: 'A test.',
    authority: 'This project',
    by: ['area', 'unit'],
    compute: (_tx, from, to) => {
      const there = new Set(monthsBetween(from, to))
      return Promise.resolve({
        values: values().filter(({ month }) => there.has(month)),
        sourceAt: new Date('2026-07-01T00:00:00Z'),
      })
    },
    rowsAt: ({ month }) => `/rows?month=${month}`,
    ...over,
  }
}

/** One figure of the month, in per cent unless said. */
export function madeValue(
  month: CivilMonth | string,
  [numerator, denominator, unknown = 0]: readonly [number, number | null, number?],
  scope: { readonly area?: number; readonly unit?: number } = {},
): MeasureValue {
  return {
    month: getCivilMonth(month),
    area: scope.area ?? null,
    unit: scope.unit ?? null,
    numerator,
    denominator,
    unknown,
  }
}
