import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import type { Rejection } from '#platform/imports/fault.ts'
import type { BoundariesReport } from './boundaries/import-boundaries.ts'
import type { FiguresReport } from './figures/import-figures.ts'
import type { StreetCounts, StreetReport } from './street/report.ts'

/** Rejections that a person at a terminal is shown for each file. */
const SHOWN = 10

/** What a street import did, for a person. */
export function streetWords({ files, total }: StreetReport): string[] {
  const each = files.flatMap((file) => [
    `${file.file}: ${countWords(file)}`,
    `  ${file.loaded ? `${number(file.added)} rows added.` : 'Nothing was loaded.'}`,
    ...file.warnings.map((warning) => `  ${warning}`),
    ...rejectionWords(file.rejections, file.rejected, file.errorFile),
  ])
  return files.length > 1 ? [...each, `Total: ${countWords(total)}`] : each
}

/** What a boundaries import did, for a person. */
export function boundariesWords({ files, placed }: BoundariesReport): string[] {
  const each = files.flatMap((file) => {
    const kind = file.kind === null ? 'areas' : AREA_KINDS[file.kind].words.toLowerCase()
    const stored = `${number(file.added)} added, ${number(file.changed)} changed, ${number(file.unchanged)} unchanged`
    return [
      `${file.file}: ${number(file.features)} features (${kind}), ${number(file.rejected)} rejected`,
      `  ${file.loaded ? `${stored}.` : 'Nothing was loaded.'}`,
      ...file.warnings.map((warning) => `  ${warning}`),
      ...file.rejections.slice(0, SHOWN).map(({ feature, name, reason }) => `  Feature ${feature} ${name}: ${reason}`),
      ...more(file.rejections.length),
    ]
  })
  return placed === null ? each : [...each, `${number(placed)} points were placed again.`]
}

/** What an import of populations or indices did, for a person. */
export function figuresWords({ files }: FiguresReport): string[] {
  return files.flatMap((file) => [
    `${file.file}: ${number(file.rows)} rows, ${number(file.figures)} figures of ${file.years.join(', ') || 'no year'}, ` +
      `${number(file.rejected)} rejected`,
    file.loaded
      ? `  ${number(file.added)} added, ${number(file.changed)} changed, ${number(file.unchanged)} unchanged; ` +
        `${number(file.blank)} cells are empty.`
      : '  Nothing was loaded.',
    ...file.warnings.map((warning) => `  ${warning}`),
    ...rejectionWords(file.rejections, file.rejected, file.errorFile),
  ])
}

function countWords(counts: StreetCounts): string {
  const outside = counts.outsideForce === null ? 'not known' : number(counts.outsideForce)
  return (
    `${number(counts.rows)} rows (${number(counts.crimes)} crimes, ${number(counts.asb)} anti-social behaviour, ` +
    `${number(counts.rejected)} rejected); ${number(counts.alreadyPresent)} there already, ` +
    `${number(counts.withoutPlace)} without a place, outside the force ${outside}, ` +
    `${number(counts.namingAnotherForce)} naming another force; ${counts.seconds.toFixed(1)} s`
  )
}

function rejectionWords(rejections: readonly Rejection[], all: number, errorFile: string | null): string[] {
  const listed = rejections
    .slice(0, SHOWN)
    .map(({ line, column, columnName, reason }) => `  Line ${line}, column ${column} (${columnName}): ${reason}`)
  const mend = errorFile === null ? [] : [`  Rejected rows, to mend and send again: ${errorFile}`]
  return [...listed, ...more(all), ...mend]
}

function more(all: number): string[] {
  return all > SHOWN ? [`  and ${number(all - SHOWN)} more.`] : []
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
