import { readOffenceCode } from '#kernel/offences/offences.ts'
import { cut } from '#platform/imports/table.ts'
import { number, text } from '../fields.ts'
import { defineKind } from './define.ts'

/** How many crimes the records system itself counts, to check what came here against. */
export const totals = defineKind({
  words: { many: 'Control totals', one: 'control total' },
  fields: {
    month: { label: 'Month in which they were recorded', type: { is: 'when' }, required: true },
    offenceCode: text('Home Office code', 20, 'Empty for all offences together'),
    offenceClass: text('Recorded-crime class', 10),
    crimes: { ...number('How many', 0, 99_999_999), required: true },
  },
  columns: { month: 'date', offence_code: 'text', offence_class: 'text', given: 'bigint' },
  row(cells) {
    const month = cells.when('month')?.day.slice(0, 7) ?? ''
    const written = cells.text('offenceCode')
    const offenceCode = written === '' ? null : readOffenceCode(written)
    if (written !== '' && offenceCode === null)
      cells.fail('offenceCode', `${cut(written)} is not a code such as 008/06.`)
    const offenceClass = cells.text('offenceClass').toUpperCase() || null
    return {
      reference: [month, offenceCode ?? '', offenceClass ?? ''].join('|'),
      values: [`${month}-01`, offenceCode, offenceClass, cells.number('crimes')],
    }
  },
})
