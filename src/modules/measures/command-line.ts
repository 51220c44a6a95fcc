import { randomUUID } from 'node:crypto'
import { findCivilMonth, formatMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { computeMeasures } from '#kernel/measures/compute-all.ts'
import type { Measure } from '#kernel/measures/define.ts'
import type { Figure, Series } from '#kernel/measures/figure.ts'
import { readForceSeries, readTable } from '#kernel/measures/read.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { intervalWords, valueWords } from '#kernel/measures/words.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { namesOf } from './queries/names.ts'
import { REST_WORDS } from './queries/show-measure.ts'

const ORIGIN = 'command line'

export interface CommandAnswer {
  readonly json: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  readonly exitCode: 0 | 1
}

/** `measure list`: every measure with its latest figure of the whole force. */
export async function measureListCommand(store: Store, measures: Measures, compute: boolean): Promise<CommandAnswer> {
  return within(store, measures, compute, async (tx) => {
    const series = await readForceSeries(tx, measures.all)
    const listed = measures.all.flatMap((measure) => series.get(measure.code) ?? [])
    return {
      json: { measures: listed.map((one) => ({ ...headOf(one), latest: latestOf(one) })) },
      words: listed.map(({ measure, figures, freshness }) => {
        const late = freshness.late === null ? '' : ` (late: ${freshness.late})`
        return `${measure.code.padEnd(12)} ${measure.name}: ${figureLine(measure, figures.at(-1))}${late}`
      }),
      exitCode: 0,
    }
  })
}

/** `measure show CODE [--month MONTH]`: its months, and its table of one month. Throws NotFound or Invalid. */
export async function measureShowCommand(
  store: Store,
  measures: Measures,
  asked: { readonly code: string; readonly month: string | null; readonly compute: boolean },
): Promise<CommandAnswer> {
  const measure = measures.get(asked.code)
  const wanted = asked.month === null ? null : findCivilMonth(asked.month)
  if (wanted === undefined) throw new Invalid({ month: `“${asked.month}” is not a month such as 2018-06.` })
  return within(store, measures, asked.compute, async (tx) => {
    const series = (await readForceSeries(tx, [measure])).get(measure.code)
    if (series === undefined) throw new NotFound({ kind: 'measure', id: asked.code })
    const month = wanted ?? series.figures.at(-1)?.month ?? null
    const figure = series.figures.find((one) => one.month === month)
    const tables = month === null || figure === undefined ? [] : await tablesOf(tx, measure, month)
    const there = wanted === null || figure !== undefined
    return {
      json: {
        ...headOf(series),
        definition: measure.definition,
        numerator: measure.numerator,
        denominator: measure.denominator,
        unknown: measure.unknown,
        source: measure.source,
        authority: measure.authority,
        month,
        figure: figure === undefined ? null : figureJson(figure),
        ...Object.fromEntries(tables.map(({ by, rows }) => [`${by}s`, rows])),
        months: series.figures.map(figureJson),
      },
      words: [
        `${measure.code}, version ${measure.version}: ${measure.name}`,
        measure.definition,
        figureLine(measure, figure),
        ...(there ? [] : [`There is no figure of ${wanted}.`]),
        ...tables.flatMap(({ rows }) => rows.map(({ name, words }) => `  ${name}: ${words}`)),
      ],
      exitCode: there ? 0 : 1,
    }
  })
}

/** What was never computed is computed first: on a new installation no night has passed yet. */
async function within(
  store: Store,
  measures: Measures,
  compute: boolean,
  work: (tx: Tx) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const request = { requestId: randomUUID(), purpose: 'measures', origin: ORIGIN }
  const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    transaction(store, { reader: systemReader('system:measures') }, request, async (entered) => ({
      value: await work(await entered.open()),
      audit: [{ event: 'measures.listed', outcome: 'done', subjects: [] }],
    }))
  const series = compute ? null : await asSystem((tx) => readForceSeries(tx, measures.all))
  if (series === null || [...series.values()].every(({ figures }) => figures.length === 0))
    await computeMeasures(store, measures, ORIGIN)
  return asSystem(work)
}

function headOf({ measure, freshness }: Series) {
  const { code, version, name, question, unit, direction } = measure
  return {
    code,
    version,
    name,
    question,
    unit,
    direction,
    sourceAt: freshness.sourceAt?.toISOString() ?? null,
    computedAt: freshness.computedAt?.toISOString() ?? null,
    late: freshness.late,
  }
}

function latestOf({ figures }: Series) {
  const latest = figures.at(-1)
  return latest === undefined ? null : figureJson(latest)
}

function figureJson({ month, numerator, denominator, unknown, value, interval, withheld }: Figure) {
  return {
    month,
    numerator,
    denominator,
    unknown,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    withheld,
  }
}

async function tablesOf(tx: Tx, measure: Measure, month: CivilMonth) {
  const tables = []
  for (const by of measure.by) {
    const rows = await readTable(tx, measure, by, month)
    const names = await namesOf(
      tx,
      by,
      rows.flatMap(({ id }) => id ?? []),
    )
    tables.push({
      by,
      rows: rows.map(({ id, figure }) => {
        const name = id === null ? REST_WORDS[by] : (names.get(id) ?? `No. ${id}`)
        const { unknown: _, ...json } = figureJson(figure)
        return { id, name, ...json, words: valueLine(measure, figure) }
      }),
    })
  }
  return tables
}

function figureLine(measure: Measure, figure: Figure | undefined): string {
  return figure === undefined ? 'no evidence yet' : `${formatMonth(figure.month)}, ${valueLine(measure, figure)}`
}

function valueLine({ unit }: Measure, { value, interval, withheld }: Figure): string {
  if (value === null) return withheld === null ? 'no value' : 'withheld'
  return `${valueWords(unit, value)}${interval === null ? '' : ` (${intervalWords(unit, interval)})`}`
}
