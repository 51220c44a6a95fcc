import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { valueWords } from '#kernel/measures/words.ts'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, text, wholeNumber } from '#platform/forms/fields.ts'
import { plural } from '#ui/words/numbers.ts'
import { DIRECTIONS } from '../rules/fnd07-linked-measure.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, decimalNumber, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, stageOrRefused } from './locked-finding.ts'

export const linkMeasure = (measures: Measures) =>
  command({
    name: 'finding.link-measure',
    summary: 'Link a measure to a finding: the target that it must keep, and for how many months',
    input: z.object({
      ...findingSeen,
      measure: text('The measure', 60),
      direction: choice('The direction', keysOf(DIRECTIONS)),
      target: decimalNumber('The target'),
      holdMonths: wholeNumber('Months', { min: 1, max: 60 }),
    }),
    output: findingChanged,
    access: { staff: WRITERS },
    purpose: 'inspection',
    audit: {
      event: 'finding.measure-linked',
      subjects: aboutFinding,
      detail: ({ measure, direction, target, holdMonths }) => ({ measure, direction, target, holdMonths }),
    },
    async run(tx, { id, version, measure: code, direction, target, holdMonths }) {
      const { account } = tx.reader
      if (account === null) throw new Forbidden()
      const measure = measures.find(code)
      if (measure === undefined) throw new Invalid({ measure: 'Choose the measure from the list' })
      const { record, stage } = await lockFinding(tx, id, version)
      const linked = tx.db.selectFrom('finding_measure').select('measure').where('finding_id', '=', id)
      const there = await linked.where('measure', '=', code).where('unlinked_at', 'is', null).executeTakeFirst()
      if (there !== undefined)
        throw new Invalid({
          measure: 'It is linked already. To change its target, unlink it with the reason and link it again',
        })
      await tx.db
        .insertInto('finding_measure')
        .values({
          finding_id: id,
          measure: code,
          target,
          direction,
          hold_months: holdMonths,
          linked_by: account,
          linked_at: tx.now,
          ...guardColumns(record.guards),
        })
        .execute()
      await tx.db.updateTable('finding').set({ unmeasurable_reason: null }).where('id', '=', id).execute()
      await changeRecord(tx, record, { stage: stageOrRefused(stage, 'start') })
      const goal = `${DIRECTIONS[direction]} ${valueWords(measure.unit, target)} for ${plural(holdMonths, 'month')} on end`
      await addEntry(tx, id, record.guards, {
        kind: 'change',
        words: `Measured by ${measure.name} (${code}): ${goal}.`,
      })
      return { id }
    },
  })
