import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice } from '#kernel/organisation/paging.ts'
import { HELD, OUTCOMES } from '#kernel/tactics/ends.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { EFFECTS } from '#kernel/tactics/tactic.ts'
import { TACTICS } from '#kernel/tactics/tactics.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { about } from '#platform/operations/define.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { ownResult } from '../rules/tac02-own-result.ts'
import { findReviews, reviewView } from './reviews.ts'
import { tacticView } from './tactic-view.ts'
import { usesOf } from './uses.ts'

/** As many of each as stand beside the tactics of one sort of problem. */
const MOST = 10

const lessonView = z.object({
  reference: z.string(),
  title: z.string(),
  areaName: z.string(),
  closedOn: z.string(),
  words: z.string(),
  outcome: z.enum(keysOf(OUTCOMES)),
  held: z.enum(keysOf(HELD)),
  plan: z.uuid().nullable(),
})

export const listTactics = query({
  name: 'tactic.list',
  summary: 'The library of tactics: what research found of each, and the force’s own result with it',
  input: z.object({
    type: optionalChoice('the sort of problem', keysOf(PROBLEM_TYPES)),
    effect: optionalChoice('the effect', keysOf(EFFECTS)),
  }),
  output: z.object({
    tactics: z.array(tacticView).readonly(),
    filter: z.object({ type: z.enum(keysOf(PROBLEM_TYPES)).nullable(), effect: z.enum(keysOf(EFFECTS)).nullable() }),
    /** Of the sort of problem that is asked for: what closed plans taught, and the reviews of policy that stand. */
    lessons: z.array(lessonView).readonly(),
    reviews: z.array(reviewView).readonly(),
    /** Sorts of problem of which the reader is told. */
    followed: z.array(z.enum(keysOf(PROBLEM_TYPES))).readonly(),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: { event: 'tactic.listed', subjects: about.nobody, detail: ({ type, effect }) => ({ type, effect }) },
  async run(tx, filter) {
    const asked = TACTICS.filter(
      ({ types, effect }) =>
        (filter.type === null || types.includes(filter.type)) && (filter.effect === null || effect === filter.effect),
    )
    const uses = await usesOf(
      tx,
      asked.map(({ code }) => code),
    )
    const { type } = filter
    return {
      tactics: asked.map((tactic) => ({
        ...tactic,
        own: ownResult(uses.filter((use) => use.tactic === tactic.code)),
      })),
      filter,
      lessons: type === null ? [] : await lessonsOf(tx, type),
      reviews: type === null ? [] : (await findReviews(tx, { type, standing: true, most: MOST })).reviews,
      followed: await followedBy(tx),
    }
  },
})

async function lessonsOf(tx: Tx, type: string) {
  return rowsAs<z.output<typeof lessonView>>(
    await tx.client.query(
      `SELECT l.reference, l.title, l.area_name AS "areaName", l.closed_on::text AS "closedOn", l.words, l.outcome, l.held,
        r.id AS plan
      FROM problem_lesson l LEFT JOIN record r ON r.id = l.plan_id WHERE l.problem_type = $1
      ORDER BY l.closed_on DESC, l.plan_id LIMIT ${MOST}`,
      [type],
    ),
  )
}

async function followedBy(tx: Tx) {
  const rows = rowsAs<{ type: string }>(
    await tx.client.query('SELECT problem_type AS type FROM tactic_subscription WHERE account_id = $1', [
      tx.reader.account,
    ]),
  )
  return keysOf(PROBLEM_TYPES).filter((type) => rows.some((row) => row.type === type))
}
