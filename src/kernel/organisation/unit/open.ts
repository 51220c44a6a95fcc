import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { PAGE_SIZE, pageNumber } from '../paging.ts'
import { today } from '../today.ts'
import { getUnit, unitView } from './row.ts'

const unitPerson = z.object({
  account: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  posting: z.int(),
  title: z.string(),
  roles: z.array(z.string()),
  starts: z.string(),
  ends: z.string().nullable(),
})
const unitLink = z.object({ id: z.int(), code: z.string(), name: z.string() })

export const openUnit = query({
  name: 'unit.open',
  summary: 'Open a unit: where it belongs, the units below it, who is posted to it',
  input: z.object({ id: id('Unit'), page: pageNumber }),
  output: z.object({
    unit: unitView,
    /** From the top down. */
    above: z.array(unitLink),
    below: z.array(unitLink),
    people: z.array(unitPerson),
    total: z.int(),
    page: z.int(),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: {
    event: 'unit.opened',
    subjects: (input, { people }) => [
      { kind: 'unit', id: input.id },
      ...people.map((person) => ({ kind: 'account', id: person.account })),
    ],
  },
  async run(tx, input) {
    const unit = await getUnit(tx, input.id)
    const on = today(tx)
    const links = await tx.client.query<z.output<typeof unitLink> & { depth: number }>(
      `WITH RECURSIVE above AS (
        SELECT parent_id, 1 AS depth FROM unit WHERE id = $1
        UNION
        SELECT u.parent_id, above.depth + 1 FROM unit u JOIN above ON u.id = above.parent_id
      )
      SELECT u.id, u.code, u.name, above.depth FROM above JOIN unit u ON u.id = above.parent_id
      UNION ALL
      SELECT id, code, name, 0 FROM unit
        WHERE parent_id = $1 AND $2::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      ORDER BY depth DESC, name`,
      [input.id, on],
    )
    const { rows: people } = await tx.client.query<z.output<typeof unitPerson> & { total: number }>(
      `SELECT a.id AS account, a.name, a.number, p.id AS posting, p.title, p.roles, p.starts, p.ends, count(*) OVER () AS total
      FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL
      WHERE p.unit_id = $1 AND $2::date <= coalesce(p.ends, 'infinity')
      ORDER BY p.starts > $2::date, p.title, a.name, p.id LIMIT ${PAGE_SIZE} OFFSET $3`,
      [input.id, on, (input.page - 1) * PAGE_SIZE],
    )
    return {
      unit,
      above: links.rows.filter((link) => link.depth > 0),
      below: links.rows.filter((link) => link.depth === 0),
      people,
      total: people[0]?.total ?? 0,
      page: input.page,
    }
  },
})
