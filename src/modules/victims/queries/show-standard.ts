import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { SETTERS } from '../writers.ts'

const standardLine = z.object({
  from: z.string(),
  applies: z.boolean(),
  source: z.string(),
  setBy: z.string(),
})
export type StandardLine = z.output<typeof standardLine>

export const showStandard = query({
  name: 'victim-standard.show',
  summary: 'From when the force promises every victim a first word on how it goes: each change, the latest first',
  input: z.object({}),
  output: z.object({ lines: z.array(standardLine).readonly() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: { event: 'victim-standard.shown', subjects: about.nobody },
  async run(tx) {
    const lines = rowsAs<StandardLine>(
      await tx.client.query(
        `SELECT s.valid_from::text AS from, s.applies, s.source, a.name AS "setBy"
        FROM victim_local_standard s JOIN account a ON a.id = s.set_by ORDER BY s.valid_from DESC`,
      ),
    )
    return { lines }
  },
})
