import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { actionView } from '../actions/row.ts'
import { actionsOf } from '../actions/list.ts'
import { evidenceView } from '../evidence/row.ts'
import { evidenceOf } from '../evidence/list.ts'
import { readHead, recordHead } from './head.ts'
import type { RecordKind } from './record.ts'
import { readTimeline, timelinePage } from './timeline.ts'

/** What every kind of record has on its page, besides what is the kind's own: for the output of the kind's query. */
export const recordParts = z.object({
  head: recordHead,
  actions: z.array(actionView),
  evidence: z.array(evidenceView),
  timeline: timelinePage,
})
export type RecordParts = z.output<typeof recordParts>

/**
 * Reads them in four statements. `after` is the timeline's entry after which an older page begins. Throws NotFound, whether
 * there is no such record or it is out of this reader's reach.
 */
export async function readParts(
  tx: Tx,
  kind: RecordKind,
  id: string,
  after: string | null = null,
): Promise<RecordParts> {
  return {
    head: await readHead(tx, kind, id),
    actions: await actionsOf(tx, id),
    evidence: await evidenceOf(tx, id),
    timeline: await readTimeline(tx, id, after),
  }
}
