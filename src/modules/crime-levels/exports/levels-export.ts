import { z } from 'zod'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import { download } from '#kernel/operations.ts'
import { batchOf, EXPORT_FORMATS, exportBody, exportHead } from '#platform/exports/export-file.ts'
import type { Cell } from '#platform/exports/rows.ts'
import { about } from '#platform/operations/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { askedOf, type Asked } from '../queries/asked.ts'
import { areaTotals, wholeCounts, type AreaTotal } from '../queries/counts.ts'
import { areaKind, levelFilters, optionalChoice } from '../queries/filters.ts'
import { forceOf } from '../queries/force-levels.ts'
import { nothingToExport } from './nothing-to-export.ts'
import { levelsByArea, standingsOf } from '../rules/area-levels.ts'
import type { Level } from '../rules/level.ts'
import { populationYear } from '../rules/months.ts'
import { SOURCE_WORDS } from '../rules/precision-words.ts'
import { placesOf, placeWords } from '../rules/standing.ts'
import { whatWords } from '../rules/what.ts'

const MARKING = 'OFFICIAL'

/** Open figures, so that no fresh proof of identity is asked for; what was taken is in the audit. */
export const exportLevels = download({
  name: 'levels.export',
  summary: 'Download levels of crime and anti-social behaviour by area',
  input: z.object({ ...levelFilters, by: areaKind, format: optionalChoice('Format', EXPORT_FORMATS) }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: {
    event: 'levels.exported',
    subjects: about.nobody,
    detail: ({ what, from, to, source, by, format }, { rows, fileName }) => ({
      what,
      from,
      to,
      source,
      by,
      format,
      rows,
      fileName,
    }),
  },
  async run(tx, input) {
    const { asked } = await askedOf(tx, input)
    if (asked === null) throw nothingToExport()
    const by = input.by ?? asked.loaded.kinds[0] ?? null
    const rows = await rowsOf(tx, asked, by)
    const { what, from, to, counted, missing, source } = asked.shown
    const kind = by === null ? 'force' : AREA_KINDS[by].words.toLowerCase()
    const file = {
      format: input.format ?? 'csv',
      marking: MARKING,
      name: `${whatWords(what).toLowerCase()} by ${kind}, ${from} to ${to}`,
      rows: rows.length,
    } as const
    const notes = [
      `${asked.loaded.force}: ${file.name}`,
      `Source: ${SOURCE_WORDS[source]}. Months counted: ${counted.join(' ')}${missing.length === 0 ? '' : `. Not loaded: ${missing.join(' ')}`}`,
      'Rates are per 1,000 residents a year with 95% intervals; rows without a place count for the force only.',
    ]
    return { ...exportHead(file), body: exportBody(file, { notes, columns: COLUMNS, rows: batchOf(rows) }) }
  },
})

const COLUMNS = [
  'Kind of area',
  'Code',
  'Name',
  'Local authority',
  'What',
  'First month',
  'Last month',
  'Months counted',
  'Months not loaded',
  'Count',
  'Residents',
  'Population year',
  'Rate per 1,000 a year',
  'Interval low',
  'Interval high',
  'Basis',
  'Among these areas',
] as const

async function rowsOf(tx: Tx, asked: Asked, by: Asked['loaded']['kinds'][number] | null): Promise<Cell[][]> {
  const { loaded, counting, period, shown } = asked
  const totals = await areaTotals(tx, counting, period, { kind: by, forceCodes: [], outlines: 'none' })
  const people = await populationFor(
    tx,
    totals.map(({ id }) => id),
    populationYear(period),
  )
  const levels = levelsByArea(totals, people, shown)
  const places = placesOf(standingsOf(levels))
  const byId = new Map(levels.map((area) => [area.id, area.level]))
  const { force } = forceOf(asked, await wholeCounts(tx, counting, period), populationYear(period), [])
  const row = (area: Pick<AreaTotal, 'kind' | 'code' | 'name' | 'within'>, level: Level, among: string): Cell[] => [
    AREA_KINDS[area.kind].words,
    area.code,
    area.name,
    area.within,
    whatWords(shown.what),
    period.from,
    period.to,
    shown.counted.length,
    shown.missing.length,
    ...levelCells(level),
    among,
  ]
  const whole = { kind: 'force', code: loaded.publisher, name: loaded.force, within: null } as const
  return [
    row(whole, force.level, ''),
    ...totals.flatMap((area) => {
      const level = byId.get(area.id)
      const place = places.get(area.id)
      return level === undefined ? [] : [row(area, level, place === undefined ? 'too few to tell' : placeWords(place))]
    }),
  ]
}

function levelCells({ count, people, midYear, rate, basis }: Level): Cell[] {
  const rounded = (value: number | undefined): number | null => (value === undefined ? null : Number(value.toFixed(3)))
  return [
    count,
    people,
    midYear,
    rounded(rate?.perThousand),
    rounded(rate?.low),
    rounded(rate?.high),
    BASIS_WORDS[basis],
  ]
}

const BASIS_WORDS = {
  whole: 'whole years',
  scaled: 'scaled to a year from the months counted',
  none: 'no rate',
} as const satisfies Record<Level['basis'], string>
