import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { about } from '#platform/operations/define.ts'

const figures = z.object({
  people: z.int(),
  withoutPosting: z.int(),
  endingSoon: z.int(),
  administrators: z.int(),
  agencies: z.int(),
  units: z.int(),
  unitsWithoutPeople: z.int(),
  areas: z.int(),
  areasWithoutOutline: z.int(),
})

/** How the organisation stands today, and what in it wants looking at. */
export const overview = query({
  name: 'administration.overview',
  summary: 'See how agencies, units, people and areas stand, and what is not in order',
  input: z.object({}),
  output: figures,
  access: { staff: ['administrator', 'records-custodian'] },
  purpose: 'administration',
  audit: { event: 'administration.opened', subjects: about.nobody },
  async run(tx) {
    const { rows } = await tx.client.query<z.output<typeof figures>>(
      `WITH RECURSIVE live AS (
        SELECT p.* FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL
        WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
      ), standing AS (
        SELECT id, parent_id FROM unit WHERE $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      ), peopled AS (
        SELECT s.id, s.parent_id FROM standing s WHERE s.id IN (SELECT unit_id FROM live)
        UNION
        SELECT s.id, s.parent_id FROM standing s JOIN peopled p ON p.parent_id = s.id
      )
      SELECT (SELECT count(*) FROM account WHERE left_at IS NULL AND id IN (SELECT account_id FROM live)) AS people,
        (SELECT count(*) FROM account WHERE left_at IS NULL AND id NOT IN (SELECT account_id FROM live)) AS "withoutPosting",
        (SELECT count(DISTINCT account_id) FROM live WHERE ends < $1::date + 14) AS "endingSoon",
        (SELECT count(DISTINCT account_id) FROM live WHERE 'administrator' = ANY (roles)) AS administrators,
        (SELECT count(*) FROM agency WHERE coalesce(valid_to, 'infinity') >= $1::date) AS agencies,
        (SELECT count(*) FROM standing) AS units,
        (SELECT count(*) FROM standing WHERE id NOT IN (SELECT id FROM peopled)) AS "unitsWithoutPeople",
        (SELECT count(*) FROM area) AS areas,
        (SELECT count(*) FROM area WHERE boundary IS NULL) AS "areasWithoutOutline"`,
      [today(tx)],
    )
    const row = rows[0]
    if (row === undefined) throw new Error('Counting gave no row.')
    return row
  },
})
