import { dutyLine, readLines, type DutyLine } from '#kernel/duties/lines.ts'
import { isEnded } from '#kernel/duties/standings.ts'
import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { attemptsSoFar } from '#kernel/victims-code/rules/vic06-attempts.ts'
import { sayOf } from '#kernel/victims-code/say.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { isoOrNull, type Times } from './instants.ts'
import type { ContactView, EventView, OwedView, VictimDetail, VictimPageModel } from './victim-model.ts'

/** Who somebody is, in a list: by the party under the reader’s own eyes, else by the name that was written. */
export const NAME = `coalesce(v.name, p.label, 'Somebody whom you may not open')`

type DetailRow = Times<
  Omit<VictimDetail, 'who'>,
  'reportedAt' | 'enhancedSince' | 'assessedAt' | 'updatesDeclinedAt' | 'noSafeContactSince' | 'toldAt'
> & {
  readonly party: number | null
  readonly partyKind: NonNullable<VictimDetail['who']>['kind'] | null
  readonly label: string | null
}

/** Throws NotFound, whether there is none or they are out of this reader’s reach. */
export async function readDetail(tx: Tx, id: string): Promise<VictimDetail> {
  const [row] = rowsAs<DetailRow>(
    await tx.client.query(
      `SELECT v.occurrence_id AS occurrence, o.external_reference AS number, v.standing, p.id AS party, p.kind AS "partyKind",
        p.label, v.name, v.code, v.reported_at AS "reportedAt", v.reasons, v.enhanced_since AS "enhancedSince",
        v.assessed_at AS "assessedAt", v.flags, v.loss_or_injury AS "lossOrInjury",
        v.objects_to_referral AS "objectsToReferral", v.contact_way AS way, v.contact_times AS times, v.language,
        v.not_to_tell AS "notToTell", v.update_every_days AS "updateEvery", v.updates_declined_at AS "updatesDeclinedAt",
        v.no_safe_contact_since AS "noSafeContactSince", v.no_safe_contact_reason AS "noSafeContactReason",
        v.told_at AS "toldAt"
      FROM victim v LEFT JOIN occurrence o ON o.id = v.occurrence_id LEFT JOIN party p ON p.id = v.party_id WHERE v.id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'victim', id })
  const { party, partyKind, label, ...rest } = row
  return {
    ...rest,
    who: party === null || partyKind === null || label === null ? null : { id: party, kind: partyKind, label },
    reportedAt: rest.reportedAt.toISOString(),
    enhancedSince: isoOrNull(rest.enhancedSince),
    assessedAt: isoOrNull(rest.assessedAt),
    updatesDeclinedAt: isoOrNull(rest.updatesDeclinedAt),
    noSafeContactSince: isoOrNull(rest.noSafeContactSince),
    toldAt: isoOrNull(rest.toldAt),
  }
}

/** What is owed and what is over, of what the reader may see; what was replaced stands under what took its place. */
export async function readOwed(tx: Tx, id: string, detail: VictimDetail) {
  const lines = await readLines(
    tx,
    `SELECT d.* FROM duty d WHERE d.record_id = $1 AND d.subject_kind = 'victim'
      AND (d.superseded_at IS NULL OR d.superseded_kind = 'voided')`,
    'd.list_at, d.rule, d.id',
    [id],
  )
  const all = lines.map((line) => owedOf(line, detail))
  return {
    owed: all.filter(({ standing }) => !isEnded(standing)),
    over: all
      .filter(({ standing }) => isEnded(standing))
      .sort((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? '')),
  }
}

/** What is owed, without the name of the record; the title itself where this release has no such rule any more. */
export function whatIsOwed(dutyRule: string, title: string): string {
  const parts = readDutyRuleCode(dutyRule)
  if (parts === null) return title
  const { title: own, variants } = victimRule(parts.rule)
  return variants.find(({ key }) => key === parts.variant)?.title ?? own
}

/** A line with what must be said for it, by what is known of the victim. */
export function owedOf(
  line: DutyLine,
  { standing, reasons, flags }: Pick<VictimDetail, 'standing' | 'reasons' | 'flags'>,
): OwedView {
  const parts = readDutyRuleCode(line.rule)
  const rule = parts === null ? null : victimRule(parts.rule)
  return {
    ...dutyLine.parse(line),
    what: whatIsOwed(line.rule, line.title),
    code: parts?.rule ?? line.rule,
    byContact: rule?.metBy === 'contact',
    say: parts === null ? [] : sayOf(parts.rule, { standing, flags, enhanced: reasons.length > 0 }),
  }
}

const MOST_CONTACTS = 50

export async function readContacts(tx: Tx, id: string): Promise<Pick<VictimPageModel, 'contacts' | 'attempts'>> {
  const rows = rowsAs<Times<ContactView, 'at'>>(
    await tx.client.query(
      `SELECT c.id, c.at, a.name AS by, c.way, c.result, c.words, cardinality(c.duties) AS met
      FROM victim_contact c JOIN account a ON a.id = c.by_account WHERE c.victim_id = $1
      ORDER BY c.at DESC, c.id LIMIT ${MOST_CONTACTS}`,
      [id],
    ),
  )
  const told = rows.findIndex(({ result }) => result === 'told')
  const since = (told === -1 ? rows : rows.slice(0, told)).filter(({ result }) => result === 'attempted')
  return {
    contacts: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    attempts: attemptsSoFar(since.map(({ at }) => at)).words,
  }
}

export async function readEvents(tx: Tx, id: string, occurrence: number): Promise<readonly EventView[]> {
  const rows = rowsAs<Times<EventView, 'happenedAt' | 'receivedAt' | 'voidedAt'>>(
    await tx.client.query(
      `SELECT e.id, e.kind, e.happened_at AS "happenedAt", e.received_at AS "receivedAt", e.source, e.details, a.name AS by,
        e.corrected_reason AS "correctedReason", e.voided_at AS "voidedAt", e.voided_reason AS "voidedReason", e.version
      FROM case_event e LEFT JOIN account a ON a.id = e.logged_by
      WHERE e.occurrence_id = $1 AND (e.victim_id IS NULL OR e.victim_id = $2) ORDER BY e.happened_at DESC, e.id`,
      [occurrence, id],
    ),
  )
  return rows.map((row) => ({
    ...row,
    happenedAt: row.happenedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    voidedAt: isoOrNull(row.voidedAt),
  }))
}

export async function readAssessments(tx: Tx, id: string): Promise<VictimPageModel['assessments']> {
  const rows = rowsAs<Times<VictimPageModel['assessments'][number], 'madeAt'>>(
    await tx.client.query(
      `SELECT s.id, s.made_at AS "madeAt", a.name AS by, s.reasons, s.needs
      FROM victim_assessment s JOIN account a ON a.id = s.made_by WHERE s.victim_id = $1 ORDER BY s.made_at DESC, s.id`,
      [id],
    ),
  )
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
}

export async function readOthers(tx: Tx, id: string, occurrence: number): Promise<VictimPageModel['others']> {
  const rows = rowsAs<VictimPageModel['others'][number]>(
    await tx.client.query(
      `SELECT v.id, ${NAME} AS name, v.standing FROM victim v LEFT JOIN party p ON p.id = v.party_id
      WHERE v.occurrence_id = $1 AND v.id <> $2 ORDER BY name, v.id`,
      [occurrence, id],
    ),
  )
  return [...rows]
}
