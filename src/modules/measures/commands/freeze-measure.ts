import { z } from 'zod'
import { freezeMeasure } from '#kernel/measures/freeze.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { command } from '#kernel/operations.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { optionalMonth } from '../queries/show-measure.ts'

export const freezeCommand = (measures: Measures) =>
  command({
    name: 'measure.freeze',
    summary: 'Keep a figure of a measure as it stands now, with what it is relied on for',
    input: z.object({ code: text('Measure', 40), month: optionalMonth, purpose: text('What it is kept for', 200) }),
    output: z.object({ snapshot: z.string(), code: z.string() }),
    access: { staff: ['chief-officer', 'commander', 'inspection-lead', 'analyst', 'supervisor'] },
    purpose: 'effectiveness',
    audit: {
      event: 'measure.frozen',
      subjects: ({ code }) => [{ kind: 'measure', id: code }],
      detail: ({ month, purpose }, { snapshot }) => ({ month, purpose, snapshot }),
    },
    async run(tx, { code, month, purpose }) {
      if (month === null) throw new Invalid({ month: 'Choose the month whose figure is to be kept' })
      const snapshot = await freezeMeasure(tx, measures.get(code), { month, purpose, subject: null })
      return { snapshot, code }
    },
  })
