import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { linkView } from '#kernel/parties/links.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { PARTY_KIND_NAMES, type PartyKind } from '#kernel/parties/words.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { id } from '#platform/forms/fields.ts'
import { MARKERS_ADDED_BY, MARKERS_ENDED_BY } from '../rules/mkr04-by-hand.ts'
import { MARKER_COLUMNS, markerView } from './markers.ts'

/** As little of a party as a form about it says. */
export const partyHead = z.object({
  id: z.int(),
  kind: z.enum(PARTY_KIND_NAMES),
  label: z.string(),
  marking: z.enum(MARKINGS),
  compartment: z.int().nullable(),
})
export type PartyHead = z.output<typeof partyHead>

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getParty(tx: Tx, wanted: number): Promise<PartyHead> {
  const [row] = rowsAs<PartyHead>(
    await tx.client.query('SELECT id, kind, label, marking, compartment_id AS compartment FROM party WHERE id = $1', [
      wanted,
    ]),
  )
  if (row === undefined) throw new NotFound({ kind: 'party', id: String(wanted) })
  return row
}

export function hrefOf({ kind, id: party }: { readonly kind: PartyKind; readonly id: number }): string {
  return partyHref(kind, party)
}

export const partyForm = query({
  name: 'party.form',
  summary: 'Begin an act on somebody or something: whom or what it is about',
  input: z.object({ id: id('Reference') }),
  output: partyHead,
  access: { staff: MARKERS_ADDED_BY },
  purpose: 'policing',
  audit: { event: 'party.form-opened', subjects: (input) => [{ kind: 'party', id: input.id }] },
  run: (tx, input) => getParty(tx, input.id),
})

export const markerId = z.uuid({ error: 'This is not the reference of a marker' })

/** Locked, to be changed, with `FOR UPDATE`. Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getMarker(tx: Tx, wanted: string, lock: '' | 'FOR UPDATE OF m' = '') {
  const [row] = rowsAs<z.output<typeof markerView>>(
    await tx.client.query(
      `SELECT ${MARKER_COLUMNS} FROM party_marker m LEFT JOIN account a ON a.id = m.added_by WHERE m.id = $1 ${lock}`,
      [wanted],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'party-marker', id: wanted })
  return row
}

export const markerForm = query({
  name: 'party-marker.form',
  summary: 'Begin an act on a marker: it as it stands, and on whom or what',
  input: z.object({ id: markerId }),
  output: z.object({ marker: markerView, party: partyHead }),
  access: { staff: MARKERS_ENDED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.form-opened',
    subjects: (_input, { party }) => [{ kind: 'party', id: party.id }],
  },
  async run(tx, input) {
    const marker = await getMarker(tx, input.id)
    return { marker, party: await getParty(tx, marker.party) }
  },
})

const linkHead = linkView.pick({ id: true, kind: true, from: true, to: true, source: true }).extend({
  one: partyHead,
  other: partyHead,
})

/** Throws NotFound, whether there is none or it, or one of its ends, is out of this reader's reach. */
export async function getLink(tx: Tx, wanted: number): Promise<z.output<typeof linkHead>> {
  const [row] = rowsAs<z.output<typeof linkHead>>(
    await tx.client.query(
      `SELECT l.id, l.kind, l.valid_from::text AS from, l.valid_to::text AS to, l.source, ${head('f')} AS one, ${head('t')} AS other
      FROM party_link l JOIN party f ON f.id = l.from_party JOIN party t ON t.id = l.to_party WHERE l.id = $1`,
      [wanted],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'party-link', id: String(wanted) })
  return row
}

function head(table: 'f' | 't'): string {
  return `jsonb_build_object('id', ${table}.id, 'kind', ${table}.kind, 'label', ${table}.label, 'marking', ${table}.marking,
    'compartment', ${table}.compartment_id)`
}

export const linkForm = query({
  name: 'party-link.form',
  summary: 'Begin to end a link: it as it stands, and what it joins',
  input: z.object({ id: id('Link') }),
  output: linkHead,
  access: { staff: MARKERS_ADDED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.form-opened',
    subjects: (_input, { one, other }) => [one, other].map((end) => ({ kind: 'party', id: end.id })),
  },
  run: (tx, input) => getLink(tx, input.id),
})
