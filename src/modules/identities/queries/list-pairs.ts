import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { MATCHED_KINDS, PROPOSAL_RANK } from '#kernel/parties/identities/proposal.ts'
import { readReasons } from '#kernel/parties/identities/reasons.ts'
import { BANDS } from '../rules/bands.ts'

const WAITING = ['open', 'second-needed'] as const

const listed = z.object({
  id: z.string(),
  kind: z.enum(MATCHED_KINDS),
  left: z.object({ id: z.int(), label: z.string() }),
  right: z.object({ id: z.int(), label: z.string() }),
  weight: z.number().nullable(),
  probability: z.number().nullable(),
  stage: z.enum(WAITING),
  /** The reader said the first word: somebody else must say the second. */
  yours: z.boolean(),
  /** What weighs most for it: "Date of birth: the same". */
  why: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: z.iso.datetime(),
  marking: z.enum(MARKINGS),
})
export type ListedPair = z.output<typeof listed>

/** More are not counted: nobody works through so many in one go. */
export const MOST_COUNTED = 1_000

export const listPairs = query({
  name: 'identity.list',
  summary: 'List the pairs of records that may be one and wait for a decision, the surest first',
  input: z.object({
    kind: optionalChoice('the kind', MATCHED_KINDS),
    stage: optionalChoice('what it waits for', WAITING),
    band: optionalChoice('how sure', keysOf(BANDS)),
    area: optionalId('Area'),
    page: pageNumber,
  }),
  output: z.object({
    filter: z.object({
      kind: z.enum(MATCHED_KINDS).nullable(),
      stage: z.enum(WAITING).nullable(),
      band: z.enum(keysOf(BANDS)).nullable(),
      area: z.int().nullable(),
    }),
    page: z.int(),
    /** As far as it is counted. */
    total: z.int(),
    pairs: z.array(listed),
    areas: z.array(z.object({ id: z.int(), name: z.string() })).readonly(),
  }),
  access: { staff: ['identity-reviewer'] },
  purpose: 'who is who',
  audit: {
    event: 'identity.listed',
    subjects: (_, { pairs }) =>
      pairs.flatMap(({ left, right }) => [left, right].map(({ id }) => ({ kind: 'party', id }))),
    detail: (input, { total }) => ({ ...input, total }),
  },
  async run(tx, { page, ...filter }) {
    const { sql, values } = conditions(filter)
    const [counted] = rowsAs<{ total: number }>(
      await tx.client.query(
        `SELECT count(*)::integer AS total FROM (SELECT FROM match_proposal m WHERE ${sql} LIMIT ${MOST_COUNTED}) counted`,
        values,
      ),
    )
    const from = values.length + 1
    const rows = rowsAs<Row>(
      await tx.client.query(`${SELECT} WHERE ${sql} ${IN_ORDER} LIMIT $${from} OFFSET $${from + 1}`, [
        ...values,
        PAGE_SIZE,
        (page - 1) * PAGE_SIZE,
      ]),
    )
    return {
      filter,
      page,
      total: counted?.total ?? 0,
      pairs: rows.map((row) => pairOf(row, tx.reader.account)),
      areas: await areasToChoose(tx),
    }
  },
})

interface Filter {
  readonly kind: string | null
  readonly stage: string | null
  readonly band: keyof typeof BANDS | null
  readonly area: number | null
}

/** The surest first; those that a person proposed before all. */
export const IN_ORDER = `ORDER BY ${PROPOSAL_RANK} DESC, m.id DESC`

export function conditions({ kind, stage, band, area }: Filter): { sql: string; values: unknown[] } {
  const parts = [`m.stage IN ('open', 'second-needed')`]
  const values: unknown[] = []
  const add = (sql: (at: string) => string, value: unknown) => parts.push(sql(`$${values.push(value)}`))
  if (kind !== null) add((at) => `m.kind = ${at}`, kind)
  if (stage !== null) add((at) => `m.stage = ${at}`, stage)
  if (band === 'said') parts.push('m.proposed_by IS NOT NULL')
  else if (band !== null) {
    const { from, below } = BANDS[band]
    parts.push('m.weight IS NOT NULL')
    if (from !== null) add((at) => `m.weight >= ${at}`, from)
    if (below !== null) add((at) => `m.weight < ${at}`, below)
  }
  if (area !== null) add(livesIn, area)
  return { sql: parts.join(' AND '), values }
}

/** Either side is an address there, or lives or lived at one, as far as the reader sees it. */
const livesIn = (area: string): string => `EXISTS (
  SELECT FROM location_area x JOIN address a ON a.location_id = x.location_id
  WHERE x.area_id = ${area} AND (a.party_id IN (m.left_party, m.right_party) OR EXISTS (SELECT FROM party_link l
    WHERE l.to_party = a.party_id AND l.kind = 'lives-at' AND l.from_party IN (m.left_party, m.right_party))))`

interface Row {
  readonly id: string
  readonly kind: ListedPair['kind']
  readonly left: number
  readonly leftLabel: string
  readonly right: number
  readonly rightLabel: string
  readonly weight: number | null
  readonly probability: number | null
  readonly stage: ListedPair['stage']
  readonly firstBy: string | null
  readonly reasons: unknown
  readonly said: string | null
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly marking: ListedPair['marking']
}

const SELECT = `SELECT m.id, m.kind, m.left_party AS "left", l.label AS "leftLabel", m.right_party AS "right",
    r.label AS "rightLabel", m.weight, m.probability, m.stage, m.first_by AS "firstBy", m.reasons,
    m.proposed_reason AS said, a.name AS "proposedBy", m.proposed_at AS "proposedAt", m.marking
  FROM match_proposal m JOIN party l ON l.id = m.left_party JOIN party r ON r.id = m.right_party
  LEFT JOIN account a ON a.id = m.proposed_by`

function pairOf({ left, leftLabel, right, rightLabel, firstBy, reasons, said, ...row }: Row, reader: string | null) {
  const most = readReasons(reasons)
    .filter(({ weight }) => weight > 0)
    .slice(0, 2)
  return {
    ...row,
    left: { id: left, label: leftLabel },
    right: { id: right, label: rightLabel },
    yours: row.stage === 'second-needed' && firstBy === reader,
    why: said ?? most.map(({ what, level }) => `${what}: ${level}`).join('; '),
    proposedAt: row.proposedAt.toISOString(),
  }
}

async function areasToChoose(tx: Tx) {
  return rowsAs<{ id: number; name: string }>(
    await tx.client.query(
      `SELECT id, name FROM area WHERE kind IN ('policing-area', 'neighbourhood') AND valid_to IS NULL
      ORDER BY kind DESC, name, id`,
    ),
  )
}
