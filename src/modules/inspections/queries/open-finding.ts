import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { readParts, recordParts } from '#kernel/records/parts.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { findingId } from '../commands/finding-fields.ts'
import { detailOf, findingDetail } from './finding-detail.ts'
import { findingSummary } from './finding-model.ts'
import { findFindings } from './finding-rows.ts'

export const findingView = findingSummary.extend({ detail: findingDetail })
export type FindingView = z.output<typeof findingView>

/** With what every record has on its page. */
const findingPageModel = findingView.extend({ parts: recordParts })
export type FindingPageModel = z.output<typeof findingPageModel>

export const openFinding = (measures: Measures) =>
  query({
    name: 'finding.open',
    summary:
      'Open a finding: the report’s words, how it stands and why, its plan, evidence, claims, tracker and timeline',
    input: z.object({
      id: findingId,
      /** The entry of the timeline after which an older page of it begins. */
      after: z.uuid().optional(),
    }),
    output: findingPageModel,
    access: { staff: 'any' },
    purpose: 'inspection',
    audit: { event: 'finding.opened', subjects: ({ id }) => [{ kind: 'finding', id }] },
    run: async (tx, { id, after }) => ({
      ...(await getFinding(tx, measures, id)),
      parts: await readParts(tx, 'finding', id, after ?? null),
    }),
  })

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getFinding(tx: Tx, measures: Measures, id: string): Promise<FindingView> {
  const [finding] = await findFindings(tx, measures, { ids: [id] })
  const detail = finding === undefined ? null : await detailOf(tx, id)
  if (finding === undefined || detail === null) throw new NotFound({ kind: 'finding', id })
  return { ...finding, detail }
}
