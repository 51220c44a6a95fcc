import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Fault } from '#platform/imports/fault.ts'

interface Column {
  /** Place in the row, from 0. */
  readonly at: number
}

/** Where the figures stand in a file. */
export type Layout = {
  /** Null where each row's code tells it. */
  readonly kind: AreaKind | null
  readonly code: number
  /** Null where the file gives no names. */
  readonly name: number | null
} & (
  | {
      readonly type: 'population-by-row'
      readonly year: number
      readonly total: number
      /** `10-17`, `65-plus` */
      readonly bands: readonly (Column & { readonly band: string })[]
    }
  | { readonly type: 'population-by-column'; readonly years: readonly (Column & { readonly year: number })[] }
  | {
      readonly type: 'indicators'
      readonly edition: number
      /** `imd-decile` */
      readonly indicators: readonly (Column & { readonly indicator: string })[]
    }
)

/** Headings of codes, the finest kind first: a file of small areas names the districts they lie in as well. */
const CODES: readonly (readonly [RegExp, AreaKind | null])[] = [
  [/^lsoa11_?(code|cd)$/i, 'lsoa11'],
  [/^lsoa21_?(code|cd)$/i, 'lsoa21'],
  [/^msoa11_?(code|cd)$/i, 'msoa11'],
  [/^(wd|ward)\d\d_?(code|cd)$/i, 'ward'],
  [/^(lad|ltla)\d\d_?(code|cd)$/i, 'local-authority'],
  [/^pfa\d\d_?(code|cd)$/i, 'force'],
  [/^code$/i, null],
]
const YEAR_COLUMN = /^population_mid_?(\d{4})$/i
const BAND_COLUMN = /^age_(\d+)_(\d+|plus)$/i
const INDICATOR_COLUMN = /^(\w+)_(score|rank|decile)$/i

/** The editions of the English indices of deprivation, by a column that only they have. */
const EDITIONS: readonly (readonly [RegExp, number])[] = [
  [/^children_and_young_people_sub_domain_score$/i, 2015],
  [/^housing_and_access_decile$/i, 2019],
  [/^housing_and_services_decile$/i, 2025],
]

/**
 * Recognises the layout by its headings: population a row per year with or without age bands, population with a column per
 * year, or deprivation scores, ranks and deciles. `edition` is the year of an index that its columns do not tell.
 */
export function recogniseLayout(names: readonly string[], edition: number | null): Layout | Fault {
  const codes = CODES.map(([pattern, kind]) => ({ kind, code: names.findIndex((name) => pattern.test(name)) }))
  const found = codes.find(({ code }) => code !== -1)
  if (found === undefined) return { column: 1, reason: `There is no column with the areas' codes: ${CODE_EXAMPLES}.` }
  const name = findNameColumn(names, found.code)
  const area = { ...found, name }
  const year = names.findIndex((heading) => /^(mid_)?year$/i.test(heading))
  const total = names.findIndex((heading) => /^total(_population)?$/i.test(heading))
  if (year !== -1 && total !== -1) {
    const bands = matching(names, BAND_COLUMN, ([, from = '', to = '']) => ({ band: `${from}-${to.toLowerCase()}` }))
    return { ...area, type: 'population-by-row', year, total, bands }
  }
  const years = matching(names, YEAR_COLUMN, ([, text]) => ({ year: Number(text) }))
  if (years.length > 0) return { ...area, type: 'population-by-column', years }
  return indicatorLayout(names, area, edition)
}

const CODE_EXAMPLES = '“lsoa11_code”, “lsoa21_code”, “lad13_code”, “pfa16_code” or “code”'

function indicatorLayout(
  names: readonly string[],
  area: { readonly kind: AreaKind | null; readonly code: number; readonly name: number | null },
  given: number | null,
): Layout | Fault {
  const indicators = matching(names, INDICATOR_COLUMN, ([, what = '', measure = '']) => ({
    indicator: `${what}_${measure}`.toLowerCase().replaceAll('_', '-'),
  }))
  if (indicators.length === 0)
    return {
      column: names.length,
      reason:
        'There are no figures that can be read: “mid_year” and “total”, “population_mid2020”, or “…_score”, “…_rank”, “…_decile”.',
    }
  const edition = given ?? EDITIONS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1]
  if (edition === undefined)
    return { column: names.length, reason: 'The columns do not tell the edition of the index. Say so: --edition 2019.' }
  return { ...area, type: 'indicators', edition, indicators }
}

/** The name stands under the same heading as the code, but for its last part. */
function findNameColumn(names: readonly string[], code: number): number | null {
  const stem = (names[code] ?? '').replace(/(code|cd)$/i, '').toLowerCase()
  const at = names.findIndex((name) => [`${stem}name`, `${stem}nm`].includes(name.toLowerCase()))
  return at === -1 ? null : at
}

function matching<T>(names: readonly string[], pattern: RegExp, read: (match: RegExpExecArray) => T): (T & Column)[] {
  return names.flatMap((name, at) => {
    const match = pattern.exec(name)
    return match === null ? [] : [{ ...read(match), at }]
  })
}
