import { createReceipts } from '#kernel/documents/receipts.ts'
import type { Module } from '#kernel/module.ts'
import { downloadAt, form } from '#kernel/web/view.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { exportIncidents } from './exports/incidents-export.ts'
import { exportLevels } from './exports/levels-export.ts'
import { importStreetFile } from './imports/street/import-command.ts'
import { streetUpload } from './imports/street/upload.ts'
import { streetImportJob } from './jobs/street-import.ts'
import { crimeLevelsMeasures } from './measures/measures.ts'
import { areaPage } from './pages/area.tsx'
import { importsPage } from './pages/imports.tsx'
import { incidentsPage } from './pages/incidents.tsx'
import { occurrenceByNumberPage, occurrencePage } from './pages/occurrence.tsx'
import { overviewPage } from './pages/overview.tsx'
import { levelsOfArea } from './queries/area.ts'
import { listStreetImports } from './queries/imports.ts'
import { listIncidents } from './queries/incidents.ts'
import { openOccurrence, openOccurrenceByNumber } from './queries/occurrence.ts'
import { levelsOverview } from './queries/overview.ts'
import { levelShapes } from './queries/shapes.ts'
import { IMPORTS, LEVELS } from './rules/addresses.ts'

export { whenWords } from './rules/precision-words.ts'
export { categoryWords } from '#kernel/occurrences/crime-types.ts'
export { crimeLevelsMeasures } from './measures/measures.ts'
export { importBoundariesCommand, importPopulationCommand, importStreetCommand } from './imports/command-line.ts'

/** Work in the background; known without the file store, for whoever makes the queues. */
export const crimeLevelsJobs = [streetImportJob] as const

/** How much crime and anti-social behaviour there is, and where. Files that are sent for import go through the file store. */
export function crimeLevels(files: FileStore): Module {
  const receipts = createReceipts()
  const importStreet = importStreetFile(receipts)
  return {
    name: 'crime-levels',
    operations: [
      levelsOverview,
      levelsOfArea,
      levelShapes,
      listIncidents,
      openOccurrence,
      openOccurrenceByNumber,
      listStreetImports,
      importStreet,
      exportLevels,
      exportIncidents,
    ],
    routes: [
      overviewPage,
      areaPage,
      incidentsPage,
      occurrencePage,
      occurrenceByNumberPage,
      importsPage,
      form({
        path: IMPORTS,
        command: importStreet,
        page: importsPage,
        upload: streetUpload(files, receipts),
        next: ({ job }) => `/administration/jobs/${job}`,
      }),
      downloadAt(`${LEVELS}/export`, exportLevels),
      downloadAt(`${LEVELS}/incidents/export`, exportIncidents),
    ],
    navigation: [{ section: 'prevent', text: 'Crime and ASB levels', href: LEVELS, access: { staff: 'any' } }],
    jobs: crimeLevelsJobs,
    subscriptions: [],
    measures: crimeLevelsMeasures,
  }
}
