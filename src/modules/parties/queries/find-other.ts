import { PARTY_KINDS, type PartyKind } from '#kernel/parties/words.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { PartyHead } from './forms.ts'

/**
 * The one party that is meant by what was typed: the address of its page or its number there, a vehicle's mark, a phone's
 * number, a source's reference. Throws Invalid (`other`) for none and for several, the same whether one is hidden or absent.
 */
export async function findOther(tx: Tx, typed: string, kinds: readonly PartyKind[]): Promise<PartyHead> {
  const page = /(?:^|\/)([1-9]\d{0,14})(?:[?#].*)?$/.exec(typed.trim())?.[1]
  const mark = typed.replaceAll(/[^\p{Letter}\p{Number}]/gu, '').toUpperCase()
  const digits = typed.replaceAll(/\D/g, '').replace(/^0(?=\d{9,10}$)/, '44')
  const found = rowsAs<PartyHead & { readonly group: number }>(
    await tx.client.query(
      `SELECT id, kind, label, marking, compartment_id AS compartment, identity_id AS group FROM party p
      WHERE p.kind = ANY ($1) AND (p.id = $2
        OR p.id IN (SELECT id FROM party WHERE kind = ANY ($1) AND source_reference = $3)
        OR p.id IN (SELECT party_id FROM vehicle WHERE mark = $4)
        OR p.id IN (SELECT party_id FROM phone WHERE number = $5))
      ORDER BY p.id = $2 DESC, p.id LIMIT 5`,
      [kinds, page ?? null, typed.trim(), mark, digits],
    ),
  )
  const [first] = found
  const what = kinds.map((kind) => PARTY_KINDS[kind].one.toLowerCase()).join(' or ')
  if (first === undefined)
    throw new Invalid({
      other: `There is no ${what} that you may open with this. Open its page and copy its address, or give its reference.`,
    })
  if (String(first.id) !== page && new Set(found.map(({ group }) => group)).size > 1)
    throw new Invalid({ other: 'More than one has this. Open the page of the one that you mean and copy its address.' })
  const { group: _group, ...head } = first
  return head
}
