import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { flag, optionalId } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { likePatterns, optionalChoice, PAGE_SIZE, pageNumber, searchWords } from '../paging.ts'
import { today } from '../today.ts'
import { ROLE_NAMES } from '../../access/roles.ts'
import { foundPeople, PAGE_OF_PEOPLE } from './list-sql.ts'

const listedPost = z.object({ title: z.string(), unit: z.int(), unitName: z.string(), roles: z.array(z.string()) })
const listedPerson = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  principal: z.string(),
  agencyName: z.string(),
  left: z.boolean(),
  /** Those of today. */
  posts: z.array(listedPost),
})
const unitOption = z.object({ id: z.int(), name: z.string(), code: z.string() })

export const listPeople = query({
  name: 'account.list',
  summary: 'Find people by name, number, post or unit: “sergeant Reading”',
  input: z.object({
    q: searchWords,
    unit: optionalId('Unit'),
    role: optionalChoice('the role', ROLE_NAMES),
    /** Those who have left too. */
    left: flag(),
    /** Only those with no post today: they cannot sign in. */
    unposted: flag(),
    page: pageNumber,
  }),
  output: z.object({
    people: z.array(listedPerson),
    total: z.int(),
    page: z.int(),
    units: z.array(unitOption),
    filter: z.object({
      q: z.string(),
      unit: z.int().nullable(),
      role: z.string().nullable(),
      left: z.boolean(),
      unposted: z.boolean(),
    }),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: {
    event: 'account.listed',
    subjects: (_, { people }) => people.map((person) => ({ kind: 'account', id: person.id })),
    detail: ({ unit, role, page }, { total }) => ({ unit, role, page, total }),
  },
  async run(tx, { page, ...filter }) {
    const on = today(tx)
    const patterns = likePatterns(filter.q)
    const found = foundPeople({
      words: patterns.length > 0,
      unit: filter.unit !== null,
      role: filter.role !== null,
    })
    const parameters = [on, filter.unit, filter.role, filter.left, filter.unposted, patterns]
    const { rows } = await tx.client.query<z.output<typeof listedPerson> & { total: number }>(found + PAGE_OF_PEOPLE, [
      ...parameters,
      (page - 1) * PAGE_SIZE,
      PAGE_SIZE,
    ])
    // A page past the last one has no row to say how many there are.
    const total = rows[0]?.total ?? (page === 1 ? 0 : await countPeople(tx, found, parameters))
    const { rows: units } = await tx.client.query<z.output<typeof unitOption>>(
      `SELECT id, name, code FROM unit WHERE $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity') ORDER BY name`,
      [on],
    )
    return { people: rows, total, page, units, filter }
  },
})

async function countPeople(tx: Tx, found: string, parameters: readonly unknown[]): Promise<number> {
  const { rows } = await tx.client.query<{ total: number }>(`${found} SELECT count(*) AS total FROM found`, [
    ...parameters,
  ])
  return rows[0]?.total ?? 0
}
