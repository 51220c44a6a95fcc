import { createReceipts } from '#kernel/documents/receipts.ts'
import type { Module } from '#kernel/module.ts'
import { downloadAt, form } from '#kernel/web/view.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { addExtractFile, extractUpload } from './commands/add-file.ts'
import { beginExtract } from './commands/begin-extract.ts'
import { mapExtractFile } from './commands/map-file.ts'
import { nameRecordsSystem, openRecordsSystem } from './commands/name-records-system.ts'
import { runExtract } from './commands/run-extract.ts'
import { takeMapping } from './downloads/mapping.ts'
import { rejectedRows } from './downloads/rejected-rows.ts'
import { extractImportJob } from './jobs/extract-import.ts'
import { extractPage, filesPage, runsPage } from './pages/extract.tsx'
import { extractsPage } from './pages/extracts.tsx'
import { mapFilePage } from './pages/map-file.tsx'
import { recordsSystemPage } from './pages/records-system.tsx'
import { runPage } from './pages/run.tsx'
import { beginMapping } from './queries/begin-mapping.ts'
import { listExtracts } from './queries/list-extracts.ts'
import { openExtract } from './queries/open-extract.ts'
import { openRun } from './queries/open-run.ts'
import { EXTRACTORS } from './rules/access.ts'
import { EXTRACTS, extractHref, RECORDS_SYSTEM } from './rules/addresses.ts'

export { importExtractCommand } from './imports/command-line.ts'

/** Work in the background; known without the file store, for whoever makes the queues. */
export const recordsExtractJobs = [extractImportJob] as const

/** What comes from the force's own records system, which stays where it is. Files of an extract go through the file store. */
export function recordsExtract(files: FileStore): Module {
  const receipts = createReceipts()
  const addFile = addExtractFile(files, receipts)
  const rejected = rejectedRows(files)
  return {
    name: 'records-extract',
    operations: [
      listExtracts,
      openExtract,
      openRun,
      beginMapping,
      openRecordsSystem,
      beginExtract,
      addFile,
      runExtract,
      mapExtractFile,
      nameRecordsSystem,
      rejected,
      takeMapping,
    ],
    routes: [
      extractsPage,
      form({ path: EXTRACTS, command: beginExtract, page: extractsPage, next: ({ id }) => extractHref(id) }),
      extractPage,
      form({
        path: `${EXTRACTS}/:id/files`,
        command: addFile,
        page: filesPage,
        upload: extractUpload(files, receipts),
        next: ({ id }) => `${extractHref(id)}?done=added`,
      }),
      form({
        path: `${EXTRACTS}/:id/runs`,
        command: runExtract,
        page: runsPage,
        next: ({ job }) => `/administration/jobs/${job}`,
      }),
      filesPage,
      runsPage,
      mapFilePage,
      form({
        path: `${EXTRACTS}/:id/files/:number`,
        command: mapExtractFile,
        page: mapFilePage,
        next: ({ id }) => `${extractHref(id)}?done=mapped`,
      }),
      runPage,
      recordsSystemPage,
      form({
        path: RECORDS_SYSTEM,
        command: nameRecordsSystem,
        page: recordsSystemPage,
        next: () => `${RECORDS_SYSTEM}?done=named`,
      }),
      downloadAt(`${EXTRACTS}/runs/:id/rejected/:number`, rejected),
      downloadAt(`${EXTRACTS}/mappings/:name`, takeMapping),
    ],
    navigation: [
      { section: 'administration', text: 'Records extracts', href: EXTRACTS, access: EXTRACTORS },
      { section: 'administration', text: 'Records system', href: RECORDS_SYSTEM, access: { staff: ['administrator'] } },
    ],
    jobs: recordsExtractJobs,
    subscriptions: [],
  }
}
