import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { categoriesOf, type What } from '../rules/what.ts'
import { monthsOf, periodOf, type Period } from '../rules/months.ts'
import type { Source } from '../rules/precision-words.ts'
import type { Counting } from './counts.ts'
import { findLoaded, type Loaded } from './loaded.ts'
import type { LoadedModel, Shown } from './model.ts'

/** The filters of a page, parsed. */
export interface Filters {
  readonly what: What
  readonly from: CivilMonth | null
  readonly to: CivilMonth | null
  readonly source: Source | null
}

/** The filters set against what is loaded: what will be counted, over which months. */
export interface Asked {
  readonly loaded: Loaded
  readonly period: Period
  readonly shown: Shown
  readonly counting: Counting
}

/** One statement. Null where nothing is loaded and no months were named. */
export async function askedOf(
  tx: Tx,
  filters: Filters,
): Promise<{ readonly loaded: Loaded; readonly asked: Asked | null }> {
  const loaded = await findLoaded(tx, filters.source)
  const period = periodOf(filters, loaded.months)
  if (period === null) return { loaded, asked: null }
  const { publisher, source } = loaded
  const shown = { what: filters.what, ...period, ...monthsOf(period, loaded.months), publisher, source }
  const counting = { publisher, source, categories: categoriesOf(filters.what) }
  return { loaded, asked: { loaded, period, shown, counting } }
}

export function loadedModelOf({ force, sources, months, kinds, importedAt }: Loaded): LoadedModel {
  return { force, sources: [...sources], months: [...months], kinds: [...kinds], importedAt }
}
