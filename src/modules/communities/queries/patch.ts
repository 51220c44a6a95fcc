import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { covers } from '#kernel/areas/covers.ts'
import { onPatch, type OnPatch, type PatchReader } from '#kernel/areas/on-patch.ts'
import { countOpen } from '#kernel/duties/count-open.ts'
import { dutyLine, readLines } from '#kernel/duties/lines.ts'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { SINCE_HOURS, sinceWindow } from '../rules/pat01-since.ts'
import { writes } from '../writers.ts'
import { areaHead, getArea, ownPatch } from './area.ts'
import { coverage, coverageIn } from './coverage.ts'
import { happened, happenedIn, MOST_HAPPENED, warning, warningsAt } from './happened.ts'
import { feedbackOwed, owedFeedback } from './heard.ts'
import { keyIndividual, keyIndividualsOf } from './key-individual.ts'
import { profileOf, profileWords } from './profile.ts'

/** As many of one's own duties as stand here; the list has the rest. */
const DUTIES_SHOWN = 6

const patch = z.object({
  area: areaHead,
  hours: z.enum(SINCE_HOURS),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  frozen: z.boolean(),
  writes: z.boolean(),
  happened: z.array(happened),
  more: z.boolean(),
  warnings: z.array(warning),
  /** What other modules know of it. */
  others: z.array(onPatch),
  duties: z.array(dutyLine),
  owed: z.object({ overdue: z.int(), today: z.int(), week: z.int() }),
  feedback: z.array(owedFeedback),
  individuals: z.array(keyIndividual),
  coverage,
  profile: profileWords.nullable(),
})
export type Patch = z.output<typeof patch>

/** What whoever has a patch must know when their shift begins: of what exists. Null for somebody without one. */
export const showPatchWith = (readers: readonly PatchReader[]) =>
  query({
    name: 'patch.show',
    summary: 'My patch this shift: what happened, what I owe, who waits for an answer, what to know before going',
    input: z.object({
      area: z
        .union([z.string().regex(/^[1-9]\d{0,14}$/), z.int(), z.literal('').transform(() => null)])
        .nullish()
        .transform((value) => (value === null || value === undefined ? null : Number(value))),
      since: z.enum(SINCE_HOURS, { error: 'Choose how far to look back from the list' }).default('24'),
    }),
    output: z.object({ patch: patch.nullable() }),
    access: { staff: 'any' },
    purpose: 'neighbourhood policing',
    audit: {
      event: 'patch.shown',
      subjects: (_input, { patch: shown }) =>
        shown === null
          ? []
          : [
              { kind: 'area', id: shown.area.id },
              ...shown.happened.map((one) => ({ kind: 'occurrence', id: one.id })),
              ...[...new Set(shown.warnings.map((one) => one.address))].map((id) => ({ kind: 'party', id })),
              ...shown.individuals.map((one) => ({ kind: 'key-individual', id: one.id })),
              ...shown.others.flatMap(({ rows }) => rows.map(({ kind, id }) => ({ kind, id }))),
            ],
      detail: ({ since }) => ({ since }),
    },
    async run(tx, { area: wanted, since }) {
      const own = await ownPatch(tx)
      // Of somebody else's patch its profile is the page; here it would stand as if nothing were owed and nobody heard.
      const area = wanted !== null && covers(tx.reader, wanted) ? await getArea(tx, wanted) : own
      if (area === null) return { patch: null }
      const { from, to, frozen } = sinceWindow(since, tx.now, await lastDay(tx))
      const all = await happenedIn(tx, area.id, from, to)
      const rows = all.slice(0, MOST_HAPPENED)
      return {
        patch: {
          area,
          hours: since,
          from: from.toISOString(),
          to: to.toISOString(),
          frozen,
          writes: writes(tx.reader.roles),
          happened: rows,
          more: all.length > rows.length,
          warnings: await warningsAt(
            tx,
            rows.map(({ id }) => id),
          ),
          others: await readAll(tx, readers, area.id),
          duties: await ownDuties(tx),
          owed: await countOpen(tx, 'me'),
          feedback: await feedbackOwed(tx, area.id),
          individuals: await keyIndividualsOf(tx, area.id),
          coverage: await coverageIn(tx, area),
          profile: await profileOf(tx, area.id),
        },
      }
    },
  })

/** One after the other: they share a connection. */
async function readAll(tx: Tx, readers: readonly PatchReader[], area: number): Promise<OnPatch[]> {
  const all: OnPatch[] = []
  for (const read of readers) all.push(await read(tx, area))
  return all
}

/** Of a demonstration the last day of its data. */
async function lastDay(tx: Tx) {
  const [row] = rowsAs<{ asOf: string | null }>(await tx.client.query('SELECT as_of::text AS "asOf" FROM installation'))
  return row?.asOf === null || row === undefined ? null : getCivilDate(row.asOf)
}

function ownDuties(tx: Tx) {
  const order = 'd.list_at, d.id'
  return readLines(
    tx,
    `SELECT d.* FROM duty d WHERE d.owner_id = $1 AND d.ended_at IS NULL ORDER BY ${order} LIMIT ${DUTIES_SHOWN}`,
    order,
    [tx.reader.account],
  )
}

export type PatchQuery = ReturnType<typeof showPatchWith>
