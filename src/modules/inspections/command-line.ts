import { readFile } from 'node:fs/promises'
import { Invalid } from '#platform/errors/errors.ts'
import { importContext } from '#platform/imports/context.ts'
import type { Store } from '#platform/db/transaction.ts'
import { plural } from '#ui/words/numbers.ts'
import { decodeReport } from './imports/decode-report.ts'
import { reportJson } from './report/report-json.ts'
import { readReport } from './report/read-report.ts'
import { takeTracker } from './trackers/import-tracker.ts'

interface CommandAnswer {
  readonly json: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  readonly exitCode: 0 | 1
}

/**
 * `import inspection FILE --dry-run`: what is read of a report. Without `--dry-run` nothing is read: a person looks at every
 * finding before anything is saved, and a command line cannot. Throws Invalid for what cannot be read.
 */
export async function importInspectionCommand(path: string, dryRun: boolean): Promise<CommandAnswer> {
  if (!dryRun) {
    const words =
      'Nothing is saved of a report before somebody has looked at what was read. Add --dry-run to see it here, or import it under Effectiveness, Inspections.'
    return { json: { error: 'needs-a-person', message: words }, words: [words], exitCode: 1 }
  }
  const report = readReport(await textOf(path))
  const json = reportJson(report)
  const words = [
    `${report.force} ${report.period}${report.pillar === null ? '' : `, ${report.pillar}`}`,
    ...json.questions.flatMap(({ number, title, grade, findings }) => [
      `${number}. ${title}${grade === null ? '' : ` (${grade})`}: ${plural(findings.length, 'finding')}`,
      ...findings.map(({ text, due }) => `   ${text}${due === null ? '' : ` (by ${due})`}`),
    ]),
    `${plural(json.candidates.length, 'sentence')} for a person to decide on.`,
    ...json.warnings.map(({ line, rule, text }) => `Line ${line}, ${rule}: ${text}`),
    'Nothing was saved.',
  ]
  return { json: { ...json }, words, exitCode: 0 }
}

/** `import tracker FILE [--dry-run]`: a tracker of national recommendations. With one wrong row nothing is saved. */
export async function importTrackerCommand(store: Store, path: string, dryRun: boolean): Promise<CommandAnswer> {
  const csv = await textOf(path)
  const context = importContext(store, 'system:tracker-import', 'command line')
  const imported = await context.transaction(async (tx) => {
    const value = await takeTracker(tx, csv, dryRun)
    const { rejections, ...counts } = value
    const outcome = rejections.length > 0 ? 'failed' : 'done'
    const entry = { event: 'tracker.imported', outcome, subjects: [], detail: { ...counts, dryRun } } as const
    return { value, audit: dryRun ? [] : [entry] }
  })
  const { rejections, ...counts } = imported
  const ok = rejections.length === 0
  const saved = `${plural(counts.recommendations, 'recommendation')}, ${plural(counts.copies, 'copy', 'copies')}, ${plural(counts.entries, 'line')} added; ${plural(counts.alreadyThere, 'line')} there already.`
  return {
    json: { ok, dryRun, ...counts, rejections },
    words: [
      ...rejections.map(({ line, column, reason }) => `${path}, line ${line}, ${column}: ${reason}`),
      ok && !dryRun ? saved : `Nothing was saved. ${plural(counts.rows, 'row')} read.`,
    ],
    exitCode: ok ? 0 : 1,
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return decodeReport(await readFile(path), 'file')
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid({ file: `${path} cannot be opened.` })
  }
}
