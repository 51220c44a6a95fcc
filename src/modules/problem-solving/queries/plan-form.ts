import { z } from 'zod'
import { areaOptions, ownAreas } from '#kernel/areas/own-areas.ts'
import { query } from '#kernel/operations.ts'
import { about } from '#platform/operations/define.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { planId } from '../commands/plan-fields.ts'
import { WORKERS } from '../workers.ts'
import { planPageModel, readPage } from './open-plan.ts'

const option = z.object({ value: z.string(), text: z.string() })

/** What the forms of a plan need: it as it stands, and to whom something can be given. */
export const planForm = query({
  name: 'problem.form',
  summary: 'Begin an act on a plan: the plan as it stands, and what can be chosen',
  input: z.object({ id: planId }),
  output: z.object({
    page: planPageModel,
    teams: z.array(option).readonly(),
    agencies: z.array(option).readonly(),
  }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.form-opened', subjects: ({ id }) => [{ kind: 'problem-plan', id }] },
  run: async (tx, { id }) => ({ page: await readPage(tx, id), ...(await receivers(tx)) }),
})

async function receivers(tx: Tx) {
  const now = `$1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')`
  const teams = rowsAs<z.output<typeof option>>(
    await tx.client.query(
      `SELECT id::text AS value, name AS text FROM unit WHERE agency_id = $2 AND ${now} ORDER BY name, id`,
      [today(tx), tx.reader.agency],
    ),
  )
  const agencies = rowsAs<z.output<typeof option>>(
    await tx.client.query(
      `SELECT id::text AS value, name AS text FROM agency WHERE kind <> 'police-force' AND ${now} ORDER BY name, id`,
      [today(tx)],
    ),
  )
  return { teams, agencies }
}

/** For a new plan: the areas that one works in. */
export const newPlanForm = query({
  name: 'problem.begin',
  summary: 'Begin to propose a problem: where it can be',
  input: z.object({}),
  output: z.object({ areas: areaOptions }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.begun', subjects: about.nobody },
  run: async (tx) => ({ areas: await ownAreas(tx) }),
})
