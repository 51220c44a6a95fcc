import { z } from 'zod'
import { MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import { LINK_KINDS, PARTY_KIND_NAMES, type LinkKind, type PartyKind } from '#kernel/parties/words.ts'
import type { MarkerKind } from '#kernel/parties/markers.ts'
import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import type { Birth } from '../rules/pty02-age.ts'
import { whyNotDrawn } from '../rules/pty05-drawn.ts'

/** Whom the network is drawn around, and what is one and two steps away, most tied first. */
export const network = z.object({
  nodes: z
    .array(
      z.object({
        id: z.int(),
        kind: z.enum(PARTY_KIND_NAMES),
        label: z.string(),
        step: z.union([z.literal(1), z.literal(2)]),
        markers: z.array(z.enum(MARKER_KIND_NAMES)).readonly(),
        marking: z.enum(MARKINGS),
      }),
    )
    .readonly(),
  /** Between two nodes, or (null) with whom it is drawn around; read from the first to the second. */
  ties: z
    .array(
      z.object({
        from: z.int().nullable(),
        to: z.int().nullable(),
        kinds: z.array(z.enum(keysOf(LINK_KINDS))).readonly(),
        /** True where each of its links is over. */
        over: z.boolean(),
      }),
    )
    .readonly(),
  children: z.int(),
  protected: z.int(),
  /** More than are drawn: at the first step, or reached. */
  capped: z.boolean(),
})
export type Network = z.output<typeof network>

export const MOST_NODES = 40
/** So many links of each neighbour are followed. */
const FOLLOWED = 20
/** So many of its own links each way: a hostel has thousands. */
const MOST_OWN = 400
/** So many are looked at before the most tied are chosen. */
const LOOKED_AT = 120

interface Found {
  readonly nodes: readonly {
    readonly key: number
    readonly near: boolean
    readonly id: number
    readonly kind: PartyKind
    readonly label: string
    readonly births: readonly Birth[]
    readonly markers: readonly MarkerKind[]
    readonly marking: Marking
  }[]
  /** 0 is whom it is drawn around. */
  readonly ties: readonly { readonly a: number; readonly b: number; readonly kind: LinkKind; readonly over: boolean }[]
}

/** One statement. `today` is a civil date. */
export async function networkOf(tx: Tx, ids: readonly number[], today: string): Promise<Network> {
  const [found] = rowsAs<Found>(await tx.client.query(SQL, [ids, today, LOOKED_AT, FOLLOWED, MOST_OWN]))
  return drawnOf(found ?? { nodes: [], ties: [] }, today)
}

/** Leaves out whom PTY05 leaves out, then takes the most tied, those one step away first. */
export function drawnOf({ nodes, ties }: Found, today: string): Network {
  const reasons = new Map(
    nodes.map((node) => [
      node.key,
      whyNotDrawn({ births: node.births, protected: node.markers.includes('protected') }, today),
    ]),
  )
  const open = ties.filter(({ a, b }) => (reasons.get(a) ?? null) === null && (reasons.get(b) ?? null) === null)
  const near = new Set(open.flatMap(({ a, b }) => (a === 0 ? [b] : b === 0 ? [a] : [])))
  const tied = new Map<number, number>()
  const seen = new Set<string>()
  for (const { a, b } of open) {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`
    if (seen.has(pair)) continue
    seen.add(pair)
    tied.set(a, (tied.get(a) ?? 0) + 1)
    tied.set(b, (tied.get(b) ?? 0) + 1)
  }
  // One step away, or tied to one that is and is drawn.
  const reached = new Set(open.flatMap(({ a, b }) => [...(near.has(a) ? [b] : []), ...(near.has(b) ? [a] : [])]))
  const wanted = nodes
    .filter(({ key }) => reasons.get(key) === null && (near.has(key) || reached.has(key)))
    .toSorted(
      (one, other) =>
        Number(near.has(other.key)) - Number(near.has(one.key)) ||
        (tied.get(other.key) ?? 0) - (tied.get(one.key) ?? 0) ||
        one.id - other.id,
    )
  const drawn = wanted.slice(0, MOST_NODES)
  const ids = new Map(drawn.map(({ key, id }) => [key, id]))
  return {
    nodes: drawn.map(({ key, births: _births, near: _near, ...node }) => ({ ...node, step: near.has(key) ? 1 : 2 })),
    ties: tiesBetween(open, ids),
    children: [...reasons.values()].filter((reason) => reason === 'child').length,
    protected: [...reasons.values()].filter((reason) => reason === 'protected').length,
    capped: wanted.length > drawn.length || nodes.length >= LOOKED_AT,
  }
}

function tiesBetween(open: Found['ties'], ids: ReadonlyMap<number, number>): Network['ties'] {
  const ties = new Map<string, { from: number | null; to: number | null; kinds: Set<LinkKind>; over: boolean }>()
  for (const { a, b, kind, over } of open) {
    const [from, to] = [a === 0 ? null : ids.get(a), b === 0 ? null : ids.get(b)]
    if (from === undefined || to === undefined) continue
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`
    const tie = ties.get(pair) ?? { from, to, kinds: new Set<LinkKind>(), over: true }
    tie.kinds.add(kind)
    tie.over &&= over
    ties.set(pair, tie)
  }
  return [...ties.values()].map((tie) => ({ ...tie, kinds: [...tie.kinds] }))
}

/** By its key and never by reading all parties: the planner does not know what the policy costs. */
const WHO = 'SELECT p.id, p.identity_id FROM party p WHERE p.id = l.other'

/**
 * Links of these parties and of those next to them, between whatever the reader may see. An identity stands as one; the number
 * that it has here is made for this answer.
 */
const SQL = `
  WITH own AS MATERIALIZED (
    SELECT o.identity_id AS node, l.out, l.kind, coalesce(l.valid_to < $2::date, false) AS over
    FROM (
      (SELECT id, to_party AS other, true AS out, kind, valid_to FROM party_link WHERE from_party = ANY ($1)
        ORDER BY id DESC LIMIT $5)
      UNION ALL
      (SELECT id, from_party, false, kind, valid_to FROM party_link WHERE to_party = ANY ($1) ORDER BY id DESC LIMIT $5)
    ) l CROSS JOIN LATERAL (${WHO} OFFSET 0) o WHERE o.id <> ALL ($1)
  ), near AS MATERIALIZED (
    SELECT node, count(*) AS links FROM own GROUP BY node ORDER BY count(*) DESC, node LIMIT $3 / 2
  ), follow AS MATERIALIZED (
    SELECT n.node, o.identity_id AS other, l.out, l.kind, coalesce(l.valid_to < $2::date, false) AS over
    FROM near n JOIN party q ON q.identity_id = n.node
    CROSS JOIN LATERAL (
      (SELECT id, to_party AS other, true AS out, kind, valid_to FROM party_link WHERE from_party = q.id ORDER BY id LIMIT $4)
      UNION ALL
      (SELECT id, from_party, false, kind, valid_to FROM party_link WHERE to_party = q.id ORDER BY id LIMIT $4)
    ) l CROSS JOIN LATERAL (${WHO} OFFSET 0) o
    WHERE o.id <> ALL ($1) AND o.identity_id <> n.node
  ), far AS MATERIALIZED (
    SELECT other AS node FROM follow WHERE other NOT IN (SELECT node FROM near)
    GROUP BY other ORDER BY count(DISTINCT node) DESC, other LIMIT $3 / 2
  ), chosen AS MATERIALIZED (
    SELECT node, true AS near, row_number() OVER (ORDER BY node)::integer AS key FROM near
    UNION ALL
    SELECT node, false, (row_number() OVER (ORDER BY node) + $3)::integer FROM far
  )
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'near', c.near, 'id', p.id, 'kind', p.kind, 'label', p.label,
        'births', p.births, 'markers', p.markers, 'marking', p.marking) ORDER BY c.key), '[]')
      FROM chosen c CROSS JOIN LATERAL (
        SELECT (array_agg(q.id ORDER BY q.id <> q.identity_id, q.id))[1] AS id, min(q.kind) AS kind,
          (array_agg(q.label ORDER BY q.id <> q.identity_id, q.id))[1] AS label, max(q.marking) AS marking,
          coalesce(jsonb_agg(jsonb_build_object('date', b.birth_date, 'precision', b.birth_precision))
            FILTER (WHERE b.birth_date IS NOT NULL), '[]') AS births,
          (SELECT coalesce(jsonb_agg(DISTINCT m.kind), '[]') FROM party w JOIN party_marker m ON m.party_id = w.id
            WHERE w.identity_id = c.node AND (m.ended_on IS NULL OR m.ended_on > $2::date)) AS markers
        FROM party q LEFT JOIN person b ON b.party_id = q.id WHERE q.identity_id = c.node
      ) p) AS nodes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('a', t.a, 'b', t.b, 'kind', t.kind, 'over', t.over)), '[]')
      FROM (
        SELECT CASE WHEN w.out THEN 0 ELSE c.key END AS a, CASE WHEN w.out THEN c.key ELSE 0 END AS b, w.kind, w.over
        FROM own w JOIN chosen c ON c.node = w.node
        UNION
        SELECT CASE WHEN f.out THEN c.key ELSE d.key END, CASE WHEN f.out THEN d.key ELSE c.key END, f.kind, f.over
        FROM follow f JOIN chosen c ON c.node = f.node JOIN chosen d ON d.node = f.other
      ) t) AS ties`
