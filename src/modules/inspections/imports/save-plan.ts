import { randomUUID } from 'node:crypto'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { openAtImport } from '../duties/owed.ts'
import type { Plan, PlannedFinding, PlannedQuestion } from '../rules/fnd09-choices.ts'
import type { ReadReport } from '../report/model.ts'
import { shortTitle } from '../rules/short-title.ts'
import { WHOLE_FORCE } from './find-before.ts'

/** A finding of a published report is open to the whole force until somebody is given it. */
const WHOLE: Guards = { area: null, unit: null, owner: null, marking: 'OFFICIAL', compartment: null }

/** Saves the inspection itself. Null where somebody has imported it already. */
export async function insertInspection(tx: Tx, report: ReadReport, plan: Plan): Promise<string | null> {
  const row = await tx.db
    .insertInto('inspection')
    .values({
      id: randomUUID(),
      force_name: report.force,
      year: report.year,
      pillar: report.pillar ?? WHOLE_FORCE,
      framework: report.framework ?? 'none',
      grade: plan.grade?.toLowerCase() ?? null,
      published_on: report.published?.date ?? null,
      imported_by: tx.reader.account ?? '',
      imported_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Keeps the text that all of it was made of. */
export async function insertCopy(tx: Tx, inspection: string, report: string, sha256: string): Promise<void> {
  await tx.db
    .insertInto('inspection_copy')
    .values({
      inspection_id: inspection,
      report,
      report_sha256: sha256,
      imported_by: tx.reader.account ?? '',
      imported_at: tx.now,
    })
    .execute()
}

export async function insertQuestions(
  tx: Tx,
  inspection: string,
  questions: readonly PlannedQuestion[],
): Promise<void> {
  if (questions.length === 0) return
  await tx.db
    .insertInto('inspection_question')
    .values(
      questions.map(({ number, code, title, grade, carriedOverFrom, narrative }) => ({
        inspection_id: inspection,
        number,
        code,
        title,
        grade: grade?.toLowerCase() ?? null,
        carried_over_from: carriedOverFrom,
        narrative: [...narrative],
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Opens a record for each finding, causes of concern before their recommendations, and what is owed on it. Gives their ids. */
export async function insertFindings(
  tx: Tx,
  inspection: string,
  { questions, findings }: Plan,
  { force, year, pillar, published: said }: ReadReport,
): Promise<readonly string[]> {
  const asked = `${force} ${year} ${pillar ?? ''}`
  const published = said?.says === 'published' ? said.date : null
  const titles = new Map(questions.map(({ number, title }) => [number, title]))
  const ids = new Map<number, string>()
  const opened: string[] = []
  for (const finding of findings) {
    const words = [finding.text, finding.leadIn ?? '', titles.get(finding.question) ?? '', asked].join(' ')
    const title = shortTitle(finding.text)
    const { id } = await openRecord(tx, { kind: 'finding', title, stage: 'not-started', words, guards: WHOLE })
    if (finding.position !== null) ids.set(finding.position, id)
    await insertFinding(tx, inspection, id, finding, await parentOf(tx, inspection, finding, ids))
    await openAtImport(tx, { id, title, guards: WHOLE }, finding, published)
    opened.push(id)
  }
  return opened
}

/** Its cause of concern: among those that were just opened, or saved from the copy before. */
async function parentOf(
  tx: Tx,
  inspection: string,
  { parent }: PlannedFinding,
  ids: ReadonlyMap<number, string>,
): Promise<string | null> {
  if (parent === null) return null
  const opened = ids.get(parent.position)
  if (opened !== undefined) return opened
  const before = await tx.db
    .selectFrom('finding')
    .select('id')
    .where('inspection_id', '=', inspection)
    .where('kind', '=', 'cause-of-concern')
    .where('text', '=', parent.text)
    .executeTakeFirst()
  return before?.id ?? null
}

async function insertFinding(
  tx: Tx,
  inspection: string,
  id: string,
  finding: PlannedFinding,
  parent: string | null,
): Promise<void> {
  await tx.db
    .insertInto('finding')
    .values({
      id,
      inspection_id: inspection,
      question_number: finding.question,
      position: finding.position,
      kind: finding.kind,
      text: finding.text,
      lead_in: finding.leadIn,
      urgent: finding.urgent,
      due: finding.due,
      due_words: finding.dueWords,
      parent_id: parent,
      inspectorate_status: 'awaiting-review',
      ...guardColumns(WHOLE),
    })
    .execute()
}
