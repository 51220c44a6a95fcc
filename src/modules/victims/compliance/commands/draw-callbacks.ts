import { createHash, randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import {
  addMonths,
  formatMonth,
  getCivilMonth,
  isCivilMonth,
  type CivilMonth,
} from '#calculations/calendar/civil-month.ts'
import { command } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Conflict, Forbidden, Invalid } from '#platform/errors/errors.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { drawByLot } from '../rules/vco08-draw.ts'

/** Who draws whom to call back: those who look at the quality of a team’s work. Migration 0031 holds the same. */
export const DRAWERS = ['supervisor', 'commander', 'chief-officer'] as const

const LARGEST_SEED = 1_000_000_000

export const drawCallbacks = command({
  name: 'victim.draw-callbacks',
  summary: 'Draw by lot which of the victims whom a team told something in a month are to be called back, once',
  input: z.object({
    month: z.string({ error: 'Choose a month' }).refine(isCivilMonth, { error: 'A month must be such as 2016-03' }),
    unit: wholeNumber('The team', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    size: wholeNumber('How many', { min: 1, max: 50 }),
  }),
  output: z.object({
    id: z.uuid(),
    month: z.string(),
    unit: z.int(),
    victims: z.array(z.uuid()).readonly(),
    population: z.int(),
  }),
  access: { staff: DRAWERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.callbacks-drawn',
    subjects: (_, { victims }) => victims.map((id) => ({ kind: 'victim', id })),
    detail: ({ month, unit, size }, { id, population }) => ({ draw: id, month, unit, size, population }),
  },
  async run(tx, { month: given, unit, size }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const month = getCivilMonth(given)
    if (month >= today(tx).slice(0, 7))
      throw new Invalid({ month: 'Draw when the month is over: until then others may still be told.' })
    if (!tx.reader.forceWide && !tx.reader.units.includes(unit))
      throw new Invalid({ unit: 'Choose one of your teams from the list' })
    const told = await toldIn(tx, month, unit)
    if (told.length === 0)
      throw new Invalid({ month: `This team told no victim anything in ${formatMonth(month)}. Choose another month.` })
    const [id, seed] = [randomUUID(), randomInt(LARGEST_SEED)]
    const drawn = drawByLot(told, seed, size)
    const { rowCount } = await tx.client.query(
      `INSERT INTO victim_callback_draw (id, month, unit_id, seed, population, population_sha256, drawn, drawn_by, drawn_at)
      VALUES ($1, ($2 || '-01')::date, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (month, unit_id) DO NOTHING`,
      [id, month, unit, seed, told.length, hashOf(told), drawn, account, tx.now],
    )
    if (rowCount !== 1)
      throw new Conflict(
        'Call-backs of this team and month are drawn already. Open them and call those who were drawn.',
      )
    return { id, month, unit, victims: drawn, population: told.length }
  },
})

/** Victims whom the team followed and who were told something in the month, of those that the reader may open, by id. */
async function toldIn(tx: Tx, month: CivilMonth, unit: number): Promise<readonly string[]> {
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT DISTINCT v.id FROM victim v JOIN victim_contact c ON c.victim_id = v.id
      WHERE v.unit_id = $1 AND v.compartment_id IS NULL AND c.result = 'told' AND c.at >= $2 AND c.at < $3 ORDER BY v.id`,
      [unit, startOfLondonMonth(month), startOfLondonMonth(addMonths(month, 1))],
    ),
  )
  return rows.map(({ id }) => id)
}

function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('hex')
}
