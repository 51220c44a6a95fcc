import { isAreaKind } from '#kernel/areas/kinds.ts'
import type { Store } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { importContext } from '#platform/imports/context.ts'
import { isCivilDate } from '#calculations/calendar/civil-date.ts'
import { importBoundaries } from './boundaries/import-boundaries.ts'
import { importFigures } from './figures/import-figures.ts'
import { localFiles } from '#platform/imports/local-files.ts'
import { importStreet } from './street/import-street.ts'
import { boundariesWords, figuresWords, streetWords } from './words.ts'

/** What a command of the command line answers. */
export interface CommandAnswer {
  readonly json: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  readonly exitCode: 0 | 1
}

interface Common {
  readonly paths: readonly string[]
  readonly keepGood: boolean
  /** Folder for error files; beside each file where null. */
  readonly errorFolder: string | null
  onProgress(this: void, done: number, total: number | null, message: string): void
}

const ORIGIN = 'command line'

/** `import street --force PUBLISHER [--keep-good] [--errors FOLDER] FILE...` */
export async function importStreetCommand(
  store: Store,
  asked: Common & { readonly force: string },
): Promise<CommandAnswer> {
  const local = await localFiles(asked.paths, asked.errorFolder)
  const report = await importStreet(importContext(store, 'system:street-import', ORIGIN), {
    ...local,
    force: asked.force,
    keepGood: asked.keepGood,
    onProgress: (rows, fileName) => asked.onProgress(rows, null, fileName),
  })
  return { json: { ...report }, words: streetWords(report), exitCode: report.ok ? 0 : 1 }
}

/** `import boundaries [--kind KIND] [--source WORDS] [--valid-from DATE] [--keep-good] FILE...` */
export async function importBoundariesCommand(
  store: Store,
  asked: Common & { readonly kind: string | null; readonly source: string | null; readonly validFrom: string | null },
): Promise<CommandAnswer> {
  const { kind, validFrom } = asked
  if (kind !== null && !isAreaKind(kind)) throw new Invalid({ kind: `There is no kind of area “${kind}”.` })
  if (validFrom !== null && !isCivilDate(validFrom))
    throw new Invalid({ validFrom: `“${validFrom}” is not a date such as 2016-12-31.` })
  const local = await localFiles(asked.paths, asked.errorFolder)
  const report = await importBoundaries(importContext(store, 'system:boundaries-import', ORIGIN), {
    files: local.files,
    kind,
    keepGood: asked.keepGood,
    source: asked.source,
    validFrom,
    place: 'now',
    onProgress: asked.onProgress,
  })
  return { json: { ...report }, words: boundariesWords(report), exitCode: report.ok ? 0 : 1 }
}

/** `import population [--edition YEAR] [--source WORDS] [--keep-good] [--errors FOLDER] FILE...` */
export async function importPopulationCommand(
  store: Store,
  asked: Common & { readonly edition: string | null; readonly source: string | null },
): Promise<CommandAnswer> {
  const { edition } = asked
  if (edition !== null && !/^(19|20|21)\d\d$/.test(edition))
    throw new Invalid({ edition: `“${edition}” is not a year such as 2019.` })
  const local = await localFiles(asked.paths, asked.errorFolder)
  const report = await importFigures(importContext(store, 'system:figures-import', ORIGIN), {
    ...local,
    keepGood: asked.keepGood,
    edition: edition === null ? null : Number(edition),
    source: asked.source,
    onProgress: asked.onProgress,
  })
  return { json: { ...report }, words: figuresWords(report), exitCode: report.ok ? 0 : 1 }
}
