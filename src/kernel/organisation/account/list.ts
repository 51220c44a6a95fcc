import { z } from 'zod'
import { flag, optionalId } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { likePatterns, optionalChoice, PAGE_SIZE, pageNumber, searchWords } from '../paging.ts'
import { today } from '../today.ts'
import { ROLE_NAMES } from '../../access/roles.ts'
import { FROM_PEOPLE } from './list-sql.ts'

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
    const parameters = [on, filter.unit, filter.role, filter.left, likePatterns(filter.q), filter.unposted]
    const { rows: people } = await tx.client.query<z.output<typeof listedPerson>>(
      `${FROM_PEOPLE} SELECT a.id, a.name, a.number, a.principal, g.name AS "agencyName", a.left_at IS NOT NULL AS "left",
        coalesce(n.posts, '[]') AS posts FROM found a JOIN agency g ON g.id = a.agency_id
        LEFT JOIN now_posted n ON n.account_id = a.id
      ORDER BY a.left_at IS NOT NULL, a.name, a.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
      parameters,
    )
    const counted = await tx.client.query<{ total: number }>(
      `${FROM_PEOPLE} SELECT count(*) AS total FROM found`,
      parameters,
    )
    const { rows: units } = await tx.client.query<z.output<typeof unitOption>>(
      `SELECT id, name, code FROM unit WHERE $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity') ORDER BY name`,
      [on],
    )
    return { people, total: counted.rows[0]?.total ?? 0, page, units, filter }
  },
})
