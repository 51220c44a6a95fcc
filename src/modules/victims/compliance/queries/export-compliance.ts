import { z } from 'zod'
import { formatMonths, monthsBetween, addMonths, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { readSeries } from '#kernel/measures/read.ts'
import { download } from '#kernel/operations.ts'
import { batchOf, exportBody, exportHead } from '#platform/exports/export-file.ts'
import type { Cell as ExportCell } from '#platform/exports/rows.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { codeTimeliness } from '../measures/compliance-measures.ts'
import { RIGHTS } from '../rules/rights.ts'
import type { Cell } from '../rules/vco04-publish.ts'
import { KEPT_WORDS } from '../rules/kept-words.ts'
import { asked, READERS } from './model.ts'
import { readRights, readTeams } from './show-compliance.ts'

const COLUMNS = [
  'Of',
  'Standard or enhanced',
  'Met in time',
  'Owed',
  'Met late',
  'Waived',
  'Overdue',
  'Unknown',
  'Working days late, the middle',
  'How it stands',
] as const

/** For the police and crime commissioner: counts only, of the whole force, small numbers withheld. */
export const exportCompliance = download({
  name: 'victim.compliance-export',
  summary: 'Download how far the Victims’ Code is kept: counts by right and by team, small numbers withheld',
  input: z.object({ month: asked.month, period: asked.period }),
  access: READERS,
  purpose: PURPOSE,
  audit: {
    event: 'victim.compliance-exported',
    subjects: about.nobody,
    detail: ({ month, period }, { rows, fileName }) => ({ month, period, rows, fileName }),
  },
  async run(tx, { month: given, period }) {
    const { figures } = await readSeries(tx, codeTimeliness, { of: 'force' })
    const month = (given === null ? figures.at(-1) : figures.find((figure) => figure.month === given))?.month
    if (month === undefined) throw new Invalid({ month: 'Nothing is counted for this month. Choose another.' })
    const { rights } = await readRights(tx, { month, period, right: null, within: { area: null, unit: null } })
    const teams = await readTeams(tx, month, period)
    const rows = [
      ...rights.flatMap(({ right, standard, enhanced }) => [
        cellsOf(`Right ${right}. ${RIGHTS[right]}`, 'standard', standard),
        cellsOf(`Right ${right}. ${RIGHTS[right]}`, 'enhanced', enhanced),
      ]),
      ...teams.map(({ name, inTime, owed }): ExportCell[] => [
        `Team: ${name}`,
        'both',
        inTime,
        owed,
        null,
        null,
        null,
        null,
        null,
        null,
      ]),
    ]
    const file = {
      format: 'csv',
      marking: 'OFFICIAL',
      name: `victims’ code, ${monthsOf(month, period)}`,
      rows: rows.length,
    } as const
    const notes = [
      `How far the Victims’ Code was kept, ${monthsOf(month, period)}; whole force`,
      codeTimeliness.definition,
      `Unknown: ${codeTimeliness.unknown}.`,
      'What was owed under the code of 2015 is counted under the right of the code of 2020 that it became.',
      'Counts from 1 to 4 are given as “fewer than 5”, and others withheld with them.',
    ]
    return { ...exportHead(file), body: exportBody(file, { notes, columns: COLUMNS, rows: batchOf(rows) }) }
  },
})

function monthsOf(month: CivilMonth, period: number): string {
  return formatMonths(monthsBetween(addMonths(month, 1 - period), month))
}

function cellsOf(of: string, side: string, cell: Cell): ExportCell[] {
  const { inTime, owed, late, waived, overdue, unknown, medianLate, kept } = cell
  return [of, side, inTime, owed, late, waived, overdue, unknown, medianLate, KEPT_WORDS[kept]]
}
