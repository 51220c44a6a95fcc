import { computeMeasuresJob } from '#kernel/measures/compute-job.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import type { Module } from '#kernel/module.ts'
import { downloadAt } from '#kernel/web/view.ts'
import { freezeCommand } from './commands/freeze-measure.ts'
import { listPage } from './pages/list.tsx'
import { measurePages } from './pages/measure.tsx'
import { exportMeasure } from './queries/export-measure.ts'
import { listMeasures } from './queries/list-measures.ts'
import { READERS } from './queries/readers.ts'
import { showMeasure } from './queries/show-measure.ts'
import { MEASURES } from './rules/addresses.ts'

export { measureHref } from './rules/addresses.ts'
export { CHART_MONTHS, chartOf } from './rules/chart-of.ts'
export { measureListCommand, measureShowCommand } from './command-line.ts'

/** What is measured, whoever defines it: the pages, and the job that computes it. */
export function measuresModule(measures: Measures): Module {
  const list = listMeasures(measures)
  const show = showMeasure(measures)
  const freeze = freezeCommand(measures)
  const download = exportMeasure(measures)
  const compute = computeMeasuresJob(measures)
  return {
    name: 'measures',
    operations: [list, show, freeze, download],
    routes: [
      listPage(list),
      ...measurePages({ show, freeze, download }),
      downloadAt(`${MEASURES}/:code/export`, download),
    ],
    navigation: [{ section: 'effectiveness', text: 'Measures', href: MEASURES, access: READERS }],
    jobs: [compute],
    subscriptions: [{ event: 'street.imported', job: compute }],
  }
}
