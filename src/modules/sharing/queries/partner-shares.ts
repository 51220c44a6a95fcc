import { z } from 'zod'
import { CLASS_NAMES, GATEWAY_NAMES, PURPOSE_NAMES, SHARED_KINDS } from '#kernel/sharing/lists.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** A share as the agency that it is with reads it: neither who made it, nor anything of the record besides its parts. */
export const partnerShare = z.object({
  id: z.uuid(),
  record: z.uuid(),
  kind: z.enum(SHARED_KINDS),
  agency: z.int(),
  reference: z.string(),
  title: z.string(),
  gateway: z.enum(GATEWAY_NAMES),
  purpose: z.enum(PURPOSE_NAMES),
  sharedAt: z.iso.datetime(),
  untilOn: z.string(),
  parts: z.array(z.object({ class: z.enum(CLASS_NAMES), label: z.string(), words: z.string() })),
})
export type PartnerShare = z.output<typeof partnerShare>

type Row = Omit<PartnerShare, 'sharedAt'> & { readonly sharedAt: Date }

async function read(tx: Tx, where: string, values: readonly unknown[]): Promise<PartnerShare[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT s.id, s.record_id AS record, s.record_kind AS kind, s.agency_id AS agency, s.reference, s.title, s.gateway, s.purpose,
        s.shared_at AS "sharedAt", s.until_on::text AS "untilOn",
        coalesce((SELECT jsonb_agg(jsonb_build_object('class', p.class, 'label', p.label, 'words', p.words) ORDER BY p.number)
          FROM share_part p WHERE p.share_id = s.id), '[]') AS parts
      FROM share s WHERE s.until_on >= $1 ${where} ORDER BY s.shared_at DESC, s.id LIMIT 100`,
      [today(tx), ...values],
    ),
  )
  return rows.map(({ sharedAt, ...row }) => ({ ...row, sharedAt: sharedAt.toISOString() }))
}

/** What is shared with the reader's agency today, newest first. One statement. */
export function partnerShares(tx: Tx): Promise<PartnerShare[]> {
  return read(tx, '', [])
}

/** Throws NotFound, the same whether there is none, it has ended, or it is with another agency. */
export async function getPartnerShare(tx: Tx, id: string): Promise<PartnerShare> {
  const [share] = await read(tx, 'AND s.id = $2', [id])
  if (share === undefined) throw new NotFound({ kind: 'share', id })
  return share
}
