import { findOffences, readOffenceCode, type Offence } from '#kernel/offences/offences.ts'
import { findOutcome } from '#kernel/offences/outcomes.ts'
import { validOffences } from '#kernel/offences/rules/off01-offence-valid.ts'
import { outcomeFault } from '#kernel/offences/rules/off02-outcome-valid.ts'
import { cut } from '#platform/imports/table.ts'
import type { Cells } from '../cells.ts'
import type { RowContext } from './define.ts'

type CodeCells = Cells<'offenceCode' | 'offenceClass' | 'outcomeCode' | 'outcomeOn'>

export interface FoundOffence {
  readonly code: string | null
  readonly classCode: string | null
  readonly standing: 'valid' | 'not-valid' | 'unknown' | 'none'
  readonly found: readonly Offence[]
}
export const NO_OFFENCE: FoundOffence = { code: null, classCode: null, standing: 'none', found: [] }

/** The offence by its codes; kept or rejected as the mapping says where they are not known, or not valid on their days. */
export function offenceOf(
  cells: CodeCells,
  { codes }: RowContext,
  days: { readonly doneBy: string; readonly recordedOn: string | null },
): FoundOffence {
  const [given, givenClass] = [cells.text('offenceCode'), cells.text('offenceClass').toUpperCase()]
  if (given === '' && givenClass === '') return { ...NO_OFFENCE, standing: 'unknown', found: [] }
  const offenceCode = given === '' ? null : readOffenceCode(given)
  const classCode = /^\d{1,3}(\.\d{1,2}|[A-Z])?$/.test(givenClass) ? givenClass : null
  if (given !== '' && offenceCode === null) cells.fail('offenceCode', `${cut(given)} is not a code such as 008/06.`)
  if (givenClass !== '' && classCode === null)
    cells.fail('offenceClass', `${cut(givenClass)} is not a class such as 8N.`)
  const field = given === '' ? 'offenceClass' : 'offenceCode'
  const words = `Offence ${[offenceCode, classCode].filter((one) => one !== null).join(' of class ')}`
  const found = findOffences(offenceCode, classCode)
  if (found.length === 0) {
    if (codes.settings.unknownCodes === 'reject') cells.fail(field, `${words} is not known here.`)
    codes.unknown(words)
    return { code: offenceCode, classCode, standing: 'unknown', found }
  }
  const { valid, fault } = validOffences(found, days)
  if (fault === null)
    return {
      code: offenceCode ?? only(valid.map((one) => one.code)),
      classCode: classCode ?? only(valid.flatMap((one) => one.classes)),
      standing: 'valid',
      found: valid,
    }
  if (codes.settings.notValid === 'reject') cells.fail(field, `${words} ${fault}.`)
  codes.notValid(`${words} is not valid on its day`)
  return { code: offenceCode, classCode, standing: 'not-valid', found }
}

/** What all of them say, or null where they differ. */
function only(values: readonly (string | null)[]): string | null {
  const [first = null] = values
  return values.every((value) => value === first) ? first : null
}

/** The outcome by its number; kept or rejected as the mapping says where it is not known, or could not be given on its day. */
export function outcomeOf(
  cells: CodeCells,
  { codes }: RowContext,
): { readonly code: string | null; readonly words: string | null } {
  const given = cells.text('outcomeCode')
  if (given === '') return { code: null, words: null }
  const outcome = findOutcome(given)
  if (outcome === undefined) {
    if (codes.settings.unknownCodes === 'reject' || !/^\d{1,2}A?$/i.test(given))
      cells.fail('outcomeCode', `${cut(given)} is not an outcome of the national framework.`)
    codes.unknown(`Outcome ${given}`)
    return { code: given.toUpperCase(), words: null }
  }
  const fault = outcomeFault(outcome, cells.day('outcomeOn'))
  if (fault !== null && codes.settings.notValid === 'reject') cells.fail('outcomeCode', `Outcome ${fault}.`)
  if (fault !== null) codes.notValid(`Outcome ${outcome.code} is not valid on its day`)
  return { code: outcome.code, words: outcome.published }
}
