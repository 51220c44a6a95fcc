import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { addMonths, getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { rowsAs } from '#platform/edge.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { DRAWERS } from '../commands/draw-callbacks.ts'
import { asked, monthText } from './model.ts'

const MONTHS_OFFERED = 12

const draw = z.object({
  id: z.uuid(),
  month: monthText,
  unit: z.string(),
  seed: z.int(),
  population: z.int(),
  drawn: z.int(),
  by: z.string(),
  at: z.iso.datetime(),
})

/** Whom to call back, and what was drawn before. */
export const showCallbacks = query({
  name: 'victim.callbacks',
  summary: 'The victims drawn by lot to be called back, of your teams, with who was asked already',
  input: z.object({ month: asked.month, unit: optionalId('Team') }),
  output: z.object({
    draws: z.array(draw).readonly(),
    /** Of the draws above, those whom the reader may open; the open ones first. */
    victims: z
      .array(
        z.object({
          id: z.uuid(),
          reference: z.string(),
          title: z.string(),
          month: monthText,
          unit: z.string(),
          askedAt: z.iso.datetime().nullable(),
        }),
      )
      .readonly(),
    months: z.array(monthText).readonly(),
    units: z.array(z.object({ id: z.int(), name: z.string() })).readonly(),
  }),
  access: { staff: DRAWERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.callbacks-shown',
    subjects: (_, { victims }) => victims.map(({ id }) => ({ kind: 'victim', id })),
    detail: ({ month, unit }) => ({ month, unit }),
  },
  async run(tx, { month, unit }) {
    const values = [month === null ? null : `${month}-01`, unit]
    const draws = rowsAs<{ draw: z.output<typeof draw> }>(
      await tx.client.query(
        `SELECT json_build_object('id', d.id, 'month', to_char(d.month, 'YYYY-MM'), 'unit', u.name, 'seed', d.seed,
          'population', d.population, 'drawn', cardinality(d.drawn), 'by', a.name,
          'at', to_char(d.drawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS draw
        FROM (${DRAWS}) AS d JOIN unit u ON u.id = d.unit_id JOIN account a ON a.id = d.drawn_by
        ORDER BY d.month DESC, u.name, d.id`,
        values,
      ),
    ).map(({ draw: one }) => one)
    const victims = rowsAs<{
      id: string
      reference: string
      title: string
      month: string
      unit: string
      askedAt: Date | null
    }>(
      await tx.client.query(
        `SELECT v.id, r.reference, r.title, to_char(d.month, 'YYYY-MM') AS month, u.name AS unit,
          f.asked_at AS "askedAt"
        FROM (${DRAWS}) AS d JOIN unit u ON u.id = d.unit_id CROSS JOIN unnest(d.drawn) WITH ORDINALITY AS n (id, place)
          JOIN victim v ON v.id = n.id JOIN record r ON r.id = v.id
          LEFT JOIN LATERAL (SELECT min(asked_at) AS asked_at FROM victim_feedback
            WHERE victim_id = v.id AND asked_at >= d.drawn_at) AS f ON true
        ORDER BY f.asked_at IS NOT NULL, d.month DESC, u.name, n.place LIMIT 200`,
        values,
      ),
    )
    const last = addMonths(getCivilMonth(today(tx).slice(0, 7)), -1)
    const units = rowsAs<{ id: number; name: string }>(
      await tx.client.query(
        `SELECT id, name FROM unit WHERE ($1 OR id = ANY ($2::bigint[])) AND id IN (SELECT unit_id FROM victim) ORDER BY name, id`,
        [tx.reader.forceWide, tx.reader.units],
      ),
    )
    return {
      draws,
      victims: victims.map(({ askedAt, month: of, ...row }) => ({
        ...row,
        month: getCivilMonth(of),
        askedAt: askedAt?.toISOString() ?? null,
      })),
      months: monthsBetween(addMonths(last, 1 - MONTHS_OFFERED), last).toReversed(),
      units,
    }
  },
})

/** The latest draws of the reader’s teams, of a month and a team where asked for. */
const DRAWS = `SELECT * FROM victim_callback_draw WHERE ($1::date IS NULL OR month = $1) AND ($2::bigint IS NULL OR unit_id = $2)
  ORDER BY month DESC, drawn_at DESC LIMIT 20`
