import { z } from 'zod'
import { areaOptions, ownAreas } from '#kernel/areas/own-areas.ts'
import { assessmentsOf } from '#kernel/assessments/list.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { readParts } from '#kernel/records/parts.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { ASB_RISK } from '../rules/asb02-risk-form.ts'
import { WRITERS } from '../writers.ts'
import { casePageModel, type CasePageModel, type incidentView } from './case-model.ts'
import { readCase } from './read-case.ts'

const aboutModel = (id: string, { detail: { who } }: CasePageModel) => [
  { kind: 'asb-case', id },
  ...(who === null ? [] : [{ kind: 'party', id: who.id }]),
]

export const openCase = query({
  name: 'asb-case.open',
  summary: 'Open a case of anti-social behaviour: incidents, risk, powers, case review, and what is owed',
  input: z.object({ id: recordId, after: z.uuid().nullish() }),
  output: casePageModel,
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: { event: 'asb-case.opened', subjects: ({ id }, model) => aboutModel(id, model) },
  run: (tx, { id, after }) => readPage(tx, id, after ?? null),
})

const option = z.object({ value: z.string(), text: z.string() })
const options = z.array(option).readonly()

export const caseForm = query({
  name: 'asb-case.form',
  summary: 'Begin an act on a case of anti-social behaviour: the case as it stands, and what can be chosen',
  input: z.object({ id: recordId }),
  output: z.object({ page: casePageModel, teams: options, agencies: options, authorities: options }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-case.form-opened', subjects: ({ id }, { page }) => aboutModel(id, page) },
  run: async (tx, { id }) => ({
    page: await readPage(tx, id, null),
    teams: await chosenFrom(tx, `SELECT id, name FROM unit WHERE agency_id = $2 AND`, [tx.reader.agency]),
    agencies: await chosenFrom(tx, `SELECT id, name FROM agency WHERE kind <> 'police-force' AND`),
    authorities: await authoritiesOf(tx),
  }),
})

export const beginCase = query({
  name: 'asb-case.begin',
  summary: 'Begin a case of anti-social behaviour: where it can be',
  input: z.object({}),
  output: z.object({ areas: areaOptions }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-case.begun', subjects: about.nobody },
  run: async (tx) => ({ areas: await ownAreas(tx) }),
})

/** Councils: each has a procedure of its own for case reviews. */
export function authoritiesOf(tx: Tx) {
  return chosenFrom(tx, `SELECT id, name FROM agency WHERE kind = 'local-authority' AND`)
}

async function chosenFrom(tx: Tx, sql: string, more: readonly unknown[] = []) {
  return rowsAs<z.output<typeof option>>(
    await tx.client.query(
      `SELECT id::text AS value, name AS text FROM (${sql} $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity'))
        AS one ORDER BY name, id`,
      [today(tx), ...more],
    ),
  )
}

async function readPage(tx: Tx, id: string, after: string | null): Promise<CasePageModel> {
  const parts = await readParts(tx, 'asb-case', id, after)
  const detail = await readCase(tx, id)
  return {
    parts,
    detail,
    incidents: [...(await incidentsOf(tx, id))],
    assessments: [...(await assessmentsOf(tx, id, ASB_RISK.code))],
    duties: await dutiesOf(tx, id),
    before: detail.who === null ? null : await before(tx, id, detail.who.id),
  }
}

async function incidentsOf(tx: Tx, id: string): Promise<readonly z.output<typeof incidentView>[]> {
  return rowsAs<z.output<typeof incidentView>>(
    await tx.client.query(
      `SELECT o.id, i.category, i.asb_type AS type, to_char(o.month, 'YYYY-MM') AS month, o.location_text AS place,
        o.external_reference AS reference
      FROM asb_incident i JOIN occurrence o ON o.id = i.occurrence_id WHERE i.case_id = $1
      ORDER BY o.happened_from DESC, o.id LIMIT 200`,
      [id],
    ),
  )
}

async function dutiesOf(tx: Tx, id: string) {
  const rows = rowsAs<{ id: string; rule: string; title: string; dueAt: Date | null }>(
    await tx.client.query(
      `SELECT id, rule, title, due_at AS "dueAt" FROM duty WHERE record_id = $1 AND ended_at IS NULL
        AND superseded_at IS NULL ORDER BY list_at, id`,
      [id],
    ),
  )
  return rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }))
}

/** Of the whole identity: sources of one person that were put together are one caller. */
async function before(tx: Tx, id: string, party: number) {
  const [row] = rowsAs<{ cases: number; incidents: number }>(
    await tx.client.query(
      `WITH same AS (SELECT s.id FROM party s JOIN party p ON p.identity_id = s.identity_id WHERE p.id = $2)
      SELECT (SELECT count(*)::integer FROM asb_case c WHERE c.party_id IN (SELECT id FROM same) AND c.id <> $1) AS cases,
        (SELECT count(DISTINCT o.id)::integer FROM party_role r JOIN occurrence o ON o.id = r.occurrence_id
          WHERE r.party_id IN (SELECT id FROM same) AND r.role IN ('victim', 'caller') AND o.kind = 'asb'
            AND r.happened_at > $3::timestamptz - interval '12 months' AND r.happened_at <= $3::timestamptz) AS incidents`,
      [id, party, tx.now],
    ),
  )
  return row ?? { cases: 0, incidents: 0 }
}
