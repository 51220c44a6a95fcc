import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { findingId } from '../commands/finding-fields.ts'
import { WRITERS } from '../writers.ts'
import { findingView, getFinding } from './open-finding.ts'

/** What the forms of a finding need: it as it stands, and what can be chosen. */
export const findingForm = (measures: Measures) =>
  query({
    name: 'finding.form',
    summary: 'Begin an act on a finding: the finding as it stands, and what can be chosen',
    input: z.object({ id: findingId }),
    output: z.object({
      finding: findingView,
      measures: z
        .array(z.object({ code: z.string(), name: z.string(), unit: z.string(), question: z.string() }))
        .readonly(),
    }),
    access: { staff: WRITERS },
    purpose: 'inspection',
    audit: { event: 'finding.form-opened', subjects: ({ id }) => [{ kind: 'finding', id }] },
    async run(tx, { id }) {
      const finding = await getFinding(tx, measures, id)
      return {
        finding,
        measures: measures.all.map(({ code, name, unit, question }) => ({ code, name, unit, question })),
      }
    },
  })
