import { z } from 'zod'
import { ownAreaOnly } from '#kernel/areas/own-areas.ts'
import { command } from '#kernel/operations.ts'
import { ownUnit } from '#kernel/organisation/posting/own-unit.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import { findKnown } from '#kernel/parties/find-known.ts'
import { partyId } from '#kernel/parties/party-id.ts'
import { keysOf } from '#platform/edge.ts'
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
    ownAreaOnly(tx.reader, asked)
    const own = await ownUnit(tx)
    const party = who === null ? null : await findKnown(tx, who)
    const guards: Guards = {
      area: asked ?? own.area,
      unit: own.unit,
      owner: tx.reader.account,
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
