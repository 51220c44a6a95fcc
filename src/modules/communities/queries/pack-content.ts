import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { AreaHead } from './area.ts'
import { coverageIn } from './coverage.ts'
import { profileOf, profileWords } from './profile.ts'

const instant = z.iso.datetime()

/** What a hand-over pack holds, as it stood when it was made. Of people it holds references: names stand with the party. */
export const packContent = z.object({
  note: z.string(),
  profile: profileWords.nullable(),
  notHeard: z.array(z.string()),
  engagements: z.int(),
  individuals: z.array(
    z.object({
      id: z.uuid(),
      party: z.int(),
      role: z.string(),
      purpose: z.string(),
      agreedOn: z.string().nullable(),
      reviewOn: z.string(),
      lastContactAt: instant.nullable(),
    }),
  ),
  feedback: z.array(
    z.object({ id: z.uuid(), engagement: z.uuid(), category: z.string(), words: z.string(), raisedAt: instant }),
  ),
  duties: z.array(
    z.object({ id: z.uuid(), title: z.string(), dueAt: instant.nullable(), owner: z.string().nullable() }),
  ),
  latest: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      heard: z.array(z.string()),
      happenedAt: instant,
      words: z.string(),
    }),
  ),
})
export type PackContent = z.output<typeof packContent>

const at = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** A pack is marked OFFICIAL: what is marked higher, or is in a compartment, is handed on by itself. */
const open = (table: string) => `${table}.marking = 'OFFICIAL' AND ${table}.compartment_id IS NULL`
const list = (pairs: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${pairs}) ORDER BY ${order}), '[]') FROM ${from})`

/** One statement for the four lists. */
const SQL = `SELECT
  ${list(
    `'id', k.id, 'party', k.party_id, 'role', k.role, 'purpose', k.purpose, 'agreedOn', k.agreed_on::text,
      'reviewOn', k.review_on::text, 'lastContactAt', ${at('k.last_contact_at')}`,
    `key_individual k WHERE k.area_id = $1 AND k.ended_on IS NULL AND ${open('k')}`,
    'k.role, k.id',
  )} AS individuals,
  ${list(
    `'id', i.id, 'engagement', e.id, 'category', i.category, 'words', i.words, 'raisedAt', ${at('e.happened_at')}`,
    `engagement_issue i JOIN engagement e ON e.id = i.engagement_id
      WHERE i.area_id = $1 AND i.wants_answer AND i.answered_at IS NULL AND ${open('i')}`,
    'e.happened_at, i.id',
  )} AS feedback,
  ${list(
    `'id', d.id, 'title', d.title, 'dueAt', ${at('d.due_at')}, 'owner', d.owner`,
    `(SELECT d.id, d.title, d.due_at, d.list_at, a.name AS owner FROM duty d LEFT JOIN account a ON a.id = d.owner_id
      WHERE d.area_id = $1 AND d.ended_at IS NULL AND ${open('d')} ORDER BY d.list_at, d.id LIMIT 60) d`,
    'd.list_at, d.id',
  )} AS duties,
  ${list(
    `'id', e.id, 'kind', e.kind, 'heard', e.heard, 'happenedAt', ${at('e.happened_at')}, 'words', e.words`,
    `(SELECT * FROM engagement e WHERE e.area_id = $1 AND ${open('e')} ORDER BY e.happened_at DESC, e.id LIMIT 10) e`,
    'e.happened_at DESC, e.id',
  )} AS latest`

type Lists = Pick<PackContent, 'individuals' | 'feedback' | 'duties' | 'latest'>

/** What is left to whoever comes after, of what whoever makes it may see. */
export async function packOf(tx: Tx, area: AreaHead, note: string): Promise<PackContent> {
  const [lists] = rowsAs<Lists>(await tx.client.query(SQL, [area.id]))
  const { groups, engagements } = await coverageIn(tx, area)
  return {
    note,
    profile: await profileOf(tx, area.id),
    notHeard: groups.filter(({ standing }) => standing === 'not-heard').map(({ group }) => group),
    engagements,
    ...(lists ?? { individuals: [], feedback: [], duties: [], latest: [] }),
  }
}
