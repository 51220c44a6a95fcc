import { z } from 'zod'
import { readCourses } from '#kernel/duties/courses.ts'
import { readHolidays } from '#kernel/duties/holidays.ts'
import { findRank, isAtLeast } from '#kernel/duties/ranks.ts'
import type { DutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'
import { isOwedBy } from '#kernel/duties/rules/owed-by.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { isEnded } from '#kernel/duties/standings.ts'
import { pauseModel, readPausesOf, readRelatives, readTellings, relative, tellingModel } from './duty-history.ts'
import { dutyLine, readLines, type DutyLine } from '#kernel/duties/lines.ts'
import { ruleModel, ruleModelOf } from './duty-rule-model.ts'
import { whyDue } from './why-due.ts'

const person = z.object({ id: z.uuid(), name: z.string(), title: z.string() })

const output = z.object({
  duty: dutyLine,
  version: z.int(),
  triggeredBy: z.string(),
  triggeredAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  met: z.object({ at: z.iso.datetime(), by: z.string().nullable(), how: z.string() }).nullable(),
  waived: z
    .object({ at: z.iso.datetime(), by: z.string().nullable(), rank: z.string(), reason: z.string() })
    .nullable(),
  /** What started it never happened. */
  cancelled: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  /** Null where this release has no such rule any more. */
  rule: ruleModel.nullable(),
  steps: z.array(z.object({ kind: z.string(), words: z.string() })),
  pauses: z.array(pauseModel),
  before: z.array(relative),
  after: relative.nullable(),
  tellings: z.array(tellingModel),
  /** What this reader may do about it now. */
  may: z.object({
    meet: z.array(z.string()),
    waive: z.boolean(),
    pause: z.array(z.string()),
    resume: z.boolean(),
    handOnTo: z.array(person),
  }),
})

interface FactsRow {
  readonly id: string
  readonly rule: string
  readonly ruleFrom: string
  readonly countsFrom: Date | null
  readonly unit: number | null
  readonly owner: string | null
  readonly version: number
  readonly triggeredBy: string
  readonly triggeredAt: Date
  readonly openedAt: Date
  readonly metAt: Date | null
  readonly metBy: string | null
  readonly metHow: string | null
  readonly waivedAt: Date | null
  readonly waivedBy: string | null
  readonly waivedRank: string | null
  readonly waivedReason: string | null
  readonly supersededAt: Date | null
  readonly supersededKind: string | null
  readonly supersededReason: string | null
}

/** Why is this due? The rule, what started it, how its time was counted, and what became of it. */
export const showDuty = (rules: DutyRules) =>
  query({
    name: 'duty.show',
    summary: 'See why a duty is due, and what can be done about it',
    input: z.object({ id: z.uuid({ error: 'This is not the address of a duty' }) }),
    output,
    access: { staff: 'any' },
    purpose: 'own work',
    audit: { event: 'duty.opened', subjects: ({ id }) => [{ kind: 'duty', id }] },
    async run(tx, { id }) {
      const [duty] = await readLines(tx, 'SELECT d.* FROM duty d WHERE d.id = $1', 'd.id', [id])
      if (duty === undefined) throw new NotFound({ kind: 'duty', id })
      const facts = await readFacts(tx, id)
      const rule = rules.find(facts.rule, facts.ruleFrom)
      const course = (await readCourses(tx, rules, [facts])).get(id) ?? { limits: [], pauses: [] }
      const due = whyDue(course, await readHolidays(tx))
      return {
        duty,
        version: facts.version,
        triggeredBy: facts.triggeredBy,
        triggeredAt: facts.triggeredAt.toISOString(),
        openedAt: facts.openedAt.toISOString(),
        ...endingsOf(facts),
        rule: rule === undefined ? null : ruleModelOf(rule),
        steps: due === null ? [] : [...due.steps],
        pauses: await readPausesOf(tx, id),
        ...(await readRelatives(tx, id)),
        tellings: await readTellings(tx, id),
        may: await mayDo(tx, duty, facts, rule),
      }
    },
  })

async function readFacts(tx: Tx, id: string): Promise<FactsRow> {
  const [row] = rowsAs<FactsRow>(
    await tx.client.query(
      `SELECT d.id, d.rule, d.rule_from AS "ruleFrom", d.counts_from AS "countsFrom", d.unit_id AS unit,
        d.owner_id AS owner, d.version, d.triggered_by AS "triggeredBy", d.triggered_at AS "triggeredAt",
        d.opened_at AS "openedAt", d.met_at AS "metAt", m.name AS "metBy", d.met_how AS "metHow",
        d.waived_at AS "waivedAt", w.name AS "waivedBy", d.waived_rank AS "waivedRank", d.waived_reason AS "waivedReason",
        d.superseded_at AS "supersededAt", d.superseded_kind AS "supersededKind", d.superseded_reason AS "supersededReason"
      FROM duty d LEFT JOIN account m ON m.id = d.met_by LEFT JOIN account w ON w.id = d.waived_by WHERE d.id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'duty', id })
  return row
}

function endingsOf(facts: FactsRow): Pick<z.output<typeof output>, 'met' | 'waived' | 'cancelled'> {
  const { metAt, metBy, metHow, waivedAt, waivedBy, waivedRank, waivedReason } = facts
  const { supersededAt, supersededKind, supersededReason } = facts
  return {
    met: metAt === null ? null : { at: metAt.toISOString(), by: metBy, how: metHow ?? '' },
    waived:
      waivedAt === null
        ? null
        : { at: waivedAt.toISOString(), by: waivedBy, rank: waivedRank ?? '', reason: waivedReason ?? '' },
    cancelled:
      supersededAt === null || supersededKind !== 'voided'
        ? null
        : { at: supersededAt.toISOString(), reason: supersededReason ?? '' },
  }
}

async function mayDo(tx: Tx, { standing }: DutyLine, facts: FactsRow, rule: DutyRule | undefined) {
  if (isEnded(standing)) return { meet: [], waive: false, pause: [], resume: false, handOnTo: [] }
  const { reader } = tx
  const theirs = isOwedBy(facts, reader)
  const needed = rule?.waivedFrom ?? null
  return {
    meet: theirs ? [...(rule?.metByHand ?? [])] : [],
    waive: needed !== null && isAtLeast(findRank(reader.roles), needed),
    pause: !theirs || standing === 'paused' || standing === 'overdue' ? [] : [...(rule?.pausedFor ?? [])],
    resume: theirs && standing === 'paused',
    handOnTo: theirs ? await readColleagues(tx, facts) : [],
  }
}

/** Those posted today to the unit that owes it, or to the reader's own and those below, but for whoever owes it now. */
async function readColleagues(tx: Tx, { unit, owner }: FactsRow): Promise<z.output<typeof person>[]> {
  return [
    ...rowsAs<z.output<typeof person>>(
      await tx.client.query(
        `SELECT DISTINCT ON (a.name, a.id) a.id, a.name, p.title FROM posting p JOIN account a ON a.id = p.account_id
        WHERE p.unit_id = ANY ($1::bigint[]) AND $2::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
          AND a.principal = 'staff' AND (a.left_at IS NULL OR a.left_at > $3) AND a.id IS DISTINCT FROM $4
        ORDER BY a.name, a.id, p.starts DESC LIMIT 300`,
        [[...tx.reader.units, ...(unit === null ? [] : [unit])], today(tx), tx.now, owner],
      ),
    ),
  ]
}
