import { EXTRACT_KINDS } from '../rules/kinds/all.ts'
import type { ExtractReport, FileReport, KindReport } from '../rules/report.ts'

/** Rejections that a person at a terminal is shown for each file. */
const SHOWN = 10

/** What an import of an extract did, or would do, for a person. */
export function extractWords(report: ExtractReport): string[] {
  const { kinds, files, totals, warnings } = report
  return [
    ...files.flatMap(fileWords),
    ...kinds.map(kindWords),
    ...(totals === null ? [] : totalWords(totals)),
    ...warnings,
    outcomeWords(report),
  ]
}

function outcomeWords({ dryRun, loaded, ok, seconds }: ExtractReport): string {
  const took = `(${seconds.toFixed(1)} s)`
  if (dryRun) return `${ok ? 'It would be loaded.' : 'It would not be loaded as it is.'} Nothing was changed ${took}.`
  return loaded ? `Loaded ${took}.` : `Nothing was loaded ${took}.`
}

function fileWords({ file, kind, rows, rejected, rejections, errorFile, warnings }: FileReport): string[] {
  const what = kind === null ? 'not recognised' : EXTRACT_KINDS[kind].words.many.toLowerCase()
  return [
    `${file}: ${what}, ${number(rows)} rows, ${number(rejected)} rejected`,
    ...warnings.map((warning) => `  ${warning}`),
    ...rejections
      .slice(0, SHOWN)
      .map(({ line, column, columnName, reason }) => `  Line ${line}, column ${column} (${columnName}): ${reason}`),
    ...(rejected > SHOWN ? [`  and ${number(rejected - SHOWN)} more.`] : []),
    ...(errorFile === null ? [] : [`  Rejected rows, to mend and send again: ${errorFile}`]),
  ]
}

function kindWords(report: KindReport): string {
  const vanished = report.vanished === null ? '' : `, ${number(report.vanished)} not in it any more`
  return (
    `${EXTRACT_KINDS[report.kind].words.many}: ${number(report.inFile)} in the files: ${number(report.new)} new, ` +
    `${number(report.changed)} changed, ${number(report.unchanged)} unchanged, ${number(report.older)} older, ` +
    `${number(report.repeated)} repeated, ${number(report.leftOut)} left out, ${number(report.rejected)} rejected ` +
    `(${number(report.missingLinks)} naming what is not there)${vanished}`
  )
}

function totalWords({ given, agree, differing }: NonNullable<ExtractReport['totals']>): string[] {
  return [
    `Control totals: ${number(agree)} of ${number(given)} agree`,
    ...differing
      .slice(0, SHOWN)
      .map(
        ({ month, offence, given: theirs, found }) =>
          `  ${month} ${offence}: ${number(theirs)} there, ${number(found)} here`,
      ),
  ]
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
