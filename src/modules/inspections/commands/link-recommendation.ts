import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { readReference } from '#kernel/records/reference.ts'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'

/** Says which finding is this force's copy of a national recommendation. */
export const linkRecommendation = command({
  name: 'recommendation.link',
  summary: 'Link this force’s copy of a national recommendation to its finding',
  input: z.object({
    id: z.uuid({ error: 'This is not the reference of a recommendation' }),
    copy: z.uuid({ error: 'Choose the copy' }),
    finding: text('The reference of the finding', 40),
  }),
  output: z.object({ id: z.uuid(), finding: z.uuid() }),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'recommendation.linked',
    subjects: (_, { finding }) => [{ kind: 'finding', id: finding }],
    detail: ({ copy }) => ({ copy }),
  },
  async run(tx, { id, copy, finding: typed }) {
    const reference = readReference(typed)
    const finding =
      reference === null
        ? undefined
        : await tx.db
            .selectFrom('finding')
            .innerJoin('record', 'record.id', 'finding.id')
            .select('finding.id')
            .where('record.reference', '=', reference)
            .executeTakeFirst()
    if (finding === undefined)
      throw new Invalid({ finding: 'There is no finding with this reference that you may open' })
    const { numUpdatedRows } = await tx.db
      .updateTable('national_copy')
      .set({ finding_id: finding.id })
      .where('id', '=', copy)
      .where('recommendation_id', '=', id)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new NotFound({ kind: 'recommendation', id })
    return { id, finding: finding.id }
  },
})
