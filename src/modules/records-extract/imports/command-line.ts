import { readFile } from 'node:fs/promises'
import type { Store } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { importContext, type ImportContext } from '#platform/imports/context.ts'
import { localFiles } from '#platform/imports/local-files.ts'
import type { KeptMapping } from '../rules/default-mapping.ts'
import { extractMapping } from '../rules/mapping.ts'
import { importExtract } from './import-extract.ts'
import { checkMapping, getMapping, keepMapping } from './kept-mappings.ts'
import { extractWords } from './words.ts'

/** What a command of the command line answers. */
interface CommandAnswer {
  readonly json: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  readonly exitCode: 0 | 1
}

interface Asked {
  readonly paths: readonly string[]
  /** The name of a kept mapping, or a file that holds one. */
  readonly mapping: string
  readonly dryRun: boolean
  readonly keepGood: boolean
  readonly whole: boolean
  readonly errorFolder: string | null
  onProgress(this: void, done: number, total: number | null, message: string): void
}

/** `import extract --mapping NAME|FILE.json [--dry-run] [--keep-good] [--whole] FILE...` */
export async function importExtractCommand(store: Store, asked: Asked): Promise<CommandAnswer> {
  const local = await localFiles(asked.paths, asked.errorFolder)
  const context = importContext(store, 'system:records-extract', 'command line')
  const mapping = await mappingOf(context, asked)
  const { run, report } = await importExtract(context, {
    ...local,
    mapping,
    dryRun: asked.dryRun,
    keepGood: asked.keepGood,
    whole: asked.whole,
    onProgress: (rows, words) => asked.onProgress(rows, null, words),
  })
  return { json: { run, ...report }, words: extractWords(report), exitCode: report.ok ? 0 : 1 }
}

/** A mapping from a file is kept under its own name, unless this is a dry run. */
async function mappingOf(context: ImportContext, { mapping, dryRun }: Asked): Promise<KeptMapping> {
  if (!mapping.toLowerCase().endsWith('.json'))
    return context.transaction(async (tx) => ({ value: await getMapping(tx, mapping), audit: [] }))
  const given = extractMapping.safeParse(await readJson(mapping))
  if (!given.success) {
    const [first] = given.error.issues
    throw new Invalid({
      mapping: `${mapping} is not a mapping: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
    })
  }
  if (dryRun) {
    checkMapping(given.data)
    return { version: 0, mapping: given.data }
  }
  return context.transaction(async (tx) => {
    const kept = await keepMapping(tx, given.data)
    const detail = { name: given.data.name, version: kept.version }
    return { value: kept, audit: [{ event: 'extract.mapping-kept', outcome: 'done', subjects: [], detail }] }
  })
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new Invalid({ mapping: `There is no file ${path}.` })
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid({ mapping: `${path} is not JSON.` })
  }
}
