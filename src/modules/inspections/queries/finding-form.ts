import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { rowsAs } from '#platform/edge.ts'
import { findingId } from '../commands/finding-fields.ts'
import { WRITERS } from '../writers.ts'
import { findingView, getFinding } from './open-finding.ts'

const option = z.object({ id: z.int(), name: z.string() })

/** What the forms of a finding need: it as it stands, and what can be chosen. */
export const findingForm = (measures: Measures) =>
  query({
    name: 'finding.form',
    summary: 'Begin an act on a finding: the finding as it stands, and what can be chosen',
    input: z.object({ id: findingId }),
    output: z.object({
      finding: findingView,
      ownerNumber: z.string().nullable(),
      teams: z.array(option).readonly(),
      /** Those that this reader is in. */
      compartments: z.array(option).readonly(),
      measures: z
        .array(z.object({ code: z.string(), name: z.string(), unit: z.string(), question: z.string() }))
        .readonly(),
    }),
    access: { staff: WRITERS },
    purpose: 'inspection',
    audit: { event: 'finding.form-opened', subjects: ({ id }) => [{ kind: 'finding', id }] },
    async run(tx, { id }) {
      const finding = await getFinding(tx, measures, id)
      const choices = rowsAs<{ of: 'team' | 'compartment'; id: number; name: string }>(
        await tx.client.query(
          `SELECT 'team' AS of, u.id, u.name FROM unit u JOIN agency g ON g.id = u.agency_id
          WHERE g.kind = 'police-force' AND coalesce(u.valid_to, 'infinity') >= $1::date
          UNION ALL SELECT 'compartment', c.id, c.name FROM compartment c WHERE c.id = ANY ($2::bigint[])
          ORDER BY name`,
          [today(tx), tx.reader.compartments],
        ),
      )
      const owner = await tx.db
        .selectFrom('account')
        .select('number')
        .where('id', '=', finding.owner?.id ?? null)
        .executeTakeFirst()
      const of = (what: 'team' | 'compartment') =>
        choices.filter((each) => each.of === what).map((each) => ({ id: each.id, name: each.name }))
      return {
        finding,
        ownerNumber: owner?.number ?? null,
        teams: of('team'),
        compartments: of('compartment'),
        measures: measures.all.map(({ code, name, unit, question }) => ({ code, name, unit, question })),
      }
    },
  })
