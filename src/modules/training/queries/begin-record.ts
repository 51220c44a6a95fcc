import { z } from 'zod'
import { RECORDERS } from '#kernel/competences/recorders.ts'
import { query } from '#kernel/operations.ts'
import { accountId } from '#kernel/organisation/account/row.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { optionalId } from '#platform/forms/fields.ts'

/** More than so many are no team that was on a course together. */
const MOST_OF_A_TEAM = 100

const colleague = z.object({ id: z.uuid(), name: z.string(), post: z.string(), unitName: z.string() })

/** For the form: who could have been on the course, of a unit and those below it; or one person. Nobody stands for themselves. */
export const beginRecord = query({
  name: 'training.begin',
  summary: 'Begin to record a course: whom of a team, or of whom, you may record it for',
  input: z.object({ unit: optionalId('Team'), person: accountId.nullish() }),
  output: z.object({
    /** Name of the unit, where one was asked for. */
    unitName: z.string().nullable(),
    people: z.array(colleague).readonly(),
    /** There are more than can be chosen from at once, so none are listed. */
    tooMany: z.boolean(),
  }),
  access: { staff: RECORDERS },
  purpose: 'training',
  audit: {
    event: 'training.begun',
    subjects: (_, { people }) => people.map(({ id }) => ({ kind: 'account', id })),
  },
  async run(tx, { unit, person }) {
    if (person !== null && person !== undefined) {
      const people = await colleagues(tx, 'a.id = $2::uuid', person)
      if (people.length === 0) throw new NotFound({ kind: 'account', id: person })
      return { unitName: null, people: people.slice(0, 1), tooMany: false }
    }
    const people = unit === null ? [] : await colleagues(tx, 'p.unit_id IN (SELECT reach_units($2::bigint))', unit)
    const tooMany = people.length > MOST_OF_A_TEAM
    return { unitName: unit === null ? null : await nameOf(tx, unit), people: tooMany ? [] : people, tooMany }
  },
})

async function nameOf(tx: Tx, unit: number): Promise<string> {
  const [row] = rowsAs<{ name: string }>(await tx.client.query('SELECT name FROM unit WHERE id = $1', [unit]))
  if (row === undefined) throw new NotFound({ kind: 'unit', id: String(unit) })
  return row.name
}

async function colleagues(tx: Tx, which: string, value: string | number) {
  return rowsAs<z.output<typeof colleague>>(
    await tx.client.query(
      `SELECT * FROM (
        SELECT DISTINCT ON (a.id) a.id, a.name, p.title AS post, u.name AS "unitName"
        FROM posting p JOIN account a ON a.id = p.account_id JOIN unit u ON u.id = p.unit_id
        WHERE ${which} AND (a.left_at IS NULL OR a.left_at > $3) AND $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
          AND a.id IN (SELECT reader_supervised()) AND a.id <> (SELECT reader_account())
        ORDER BY a.id, p.starts) AS found
      ORDER BY "unitName", name, id LIMIT ${MOST_OF_A_TEAM + 1}`,
      [today(tx), value, tx.now],
    ),
  )
}
