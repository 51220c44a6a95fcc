import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { choice, civilDate, optionalId, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { orTaken } from '../taken.ts'
import { AREA_KIND_CODES } from '../words.ts'
import { AREA_TAKEN, getArea } from './row.ts'

export const addArea = command({
  name: 'area.add',
  summary: 'Add an area by name; its outline comes by import',
  input: z.object({
    kind: choice('Kind of area', AREA_KIND_CODES),
    code: text('Code', 40),
    name: text('Name'),
    validFrom: civilDate('First day'),
    within: optionalId('Area that it lies in'),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'area.added',
    subjects: (_, { id }) => [{ kind: 'area', id }],
    detail: ({ kind, code, within }) => ({ kind, code, within }),
  },
  async run(tx, input) {
    if (input.within !== null) await getArea(tx, input.within)
    const added = tx.db
      .insertInto('area')
      .values({
        kind: input.kind,
        code: input.code,
        name: input.name,
        valid_from: input.validFrom,
        source: 'administration',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await orTaken(added, AREA_TAKEN)
    if (input.within !== null) await nest(tx, id, input.within)
    return { id }
  },
})

/** Says that the area lies in the other one, and so in whatever that lies in. */
async function nest(tx: Tx, inner: number, outer: number): Promise<void> {
  await tx.client.query(
    `INSERT INTO area_nesting (inner_area, outer_area)
    SELECT $1::bigint, $2::bigint UNION SELECT $1::bigint, outer_area FROM area_nesting WHERE inner_area = $2`,
    [inner, outer],
  )
}
