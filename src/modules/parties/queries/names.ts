import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const NAME_KINDS = {
  main: 'Name',
  alias: 'Alias',
  former: 'Former name',
  nickname: 'Nickname',
  'other-script': 'In another script',
} as const

export const nameView = z.object({
  /** The source that it comes from. */
  party: z.int(),
  kind: z.enum(['main', 'alias', 'former', 'nickname', 'other-script']),
  name: z.string(),
  birthDate: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  marking: z.enum(MARKINGS),
})
export type NameView = z.output<typeof nameView>

/** What these parties are known by, main names first. One statement. */
export async function namesOf(tx: Tx, ids: readonly number[]): Promise<readonly NameView[]> {
  return rowsAs<NameView>(
    await tx.client.query(
      `SELECT party_id AS party, kind, full_name AS name, birth_date::text AS "birthDate", valid_from::text AS from,
        valid_to::text AS to, marking
      FROM party_name WHERE party_id = ANY ($1) ORDER BY kind <> 'main', party_id, id LIMIT 100`,
      [ids],
    ),
  )
}
