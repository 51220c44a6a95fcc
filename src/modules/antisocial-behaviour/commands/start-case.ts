import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import { partyId } from '#kernel/parties/party-id.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, optionalId, text } from '#platform/forms/fields.ts'
import { oweAssessment } from '../duties/owed.ts'
import { CATEGORIES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { namesVictim } from '../rules/case-rules.ts'
import { WRITERS } from '../writers.ts'
import { caseChanged, PURPOSE } from './fields.ts'

const optionalParty = z
  .union([z.null(), z.literal('').transform(() => null), partyId('whom it harms')])
  .optional()
  .transform((value) => value ?? null)

export const startCase = command({
  name: 'asb-case.start',
  summary: 'Open a case of anti-social behaviour: what happens, where, and whom it harms',
  input: z.object({
    title: text('Title', 200),
    category: choice('The category', keysOf(CATEGORIES)),
    type: choice('The type', keysOf(TYPES)),
    place: text('The place', 300),
    who: optionalParty,
    /** The area of one’s own unit unless said. */
    area: optionalId('Area'),
  }),
  output: caseChanged.extend({ party: z.int().nullable() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-case.started',
    subjects: (_, { id, party }) => [
      { kind: 'asb-case', id },
      ...(party === null ? [] : [{ kind: 'party', id: party }]),
    ],
    detail: ({ category, type }) => ({ category, type }),
  },
  async run(tx, { title, category, type, place, who, area: asked }) {
    const problem = namesVictim(category, who)
    if (problem !== null) throw new Invalid(problem)
    const { account, forceWide, areas } = tx.reader
    if (asked !== null && !forceWide && !areas.includes(asked))
      throw new Invalid({ area: 'Choose an area that you work in' })
    const own = await ownUnit(tx)
    const party = who === null ? null : await findKnown(tx, who)
    const guards: Guards = {
      area: asked ?? own.area,
      unit: own.unit,
      owner: account,
      // The name stays with the party; what guards that, guards the case.
      marking: party?.marking ?? 'OFFICIAL',
      compartment: party?.compartment ?? null,
    }
    const words = `${TYPES[type]} ${place}`
    const { id } = await openRecord(tx, { kind: 'asb-case', title, stage: 'open', words, guards })
    await tx.db
      .insertInto('asb_case')
      .values({ id, category, asb_type: type, place, party_id: who, ...guardColumns(guards) })
      .execute()
    if (who !== null) await oweAssessment(tx, { id, title, guards }, 'asb-case.started')
    return { id, party: who }
  },
})

/** The person or organisation that was chosen. Throws Invalid, the same whether one is hidden or absent. */
async function findKnown(tx: Tx, id: number) {
  const [found] = rowsAs<{ marking: Marking; compartment: number | null }>(
    await tx.client.query(
      `SELECT marking, compartment_id AS compartment FROM party WHERE id = $1 AND kind IN ('person', 'organisation')`,
      [id],
    ),
  )
  if (found === undefined)
    throw new Invalid({
      who: 'There is no person or organisation that you may open with this. Choose one from the list, or enter them first.',
    })
  return found
}

/** The unit of the posting that somebody acts in, with its area. */
async function ownUnit(tx: Tx): Promise<{ readonly unit: number | null; readonly area: number | null }> {
  const [row] = rowsAs<{ unit: number; area: number | null }>(
    await tx.client.query(
      'SELECT u.id AS unit, u.area_id AS area FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1',
      [tx.reader.posting],
    ),
  )
  return row ?? { unit: null, area: null }
}
