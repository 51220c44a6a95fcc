import type { PatchReader } from '#kernel/areas/on-patch.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { CANDIDATES, candidateHref, problemHref, PROBLEMS } from '../addresses.ts'
import { PROBLEM_DUTIES } from '../duties/duty-rules.ts'
import { patternTitle, patternWhy } from '../rules/pattern-words.ts'
import { STAGES, type Stage } from '../rules/pop05-stages.ts'
import { findCandidates } from './candidate-rows.ts'

/** As many of each as stand on the page of a patch; their own lists have the rest. */
const SHOWN = 6

const NONE_WAITS = {
  title: 'No pattern waits',
  words: 'Places, people and times that stand out among what happened are looked for every night.',
}
const NOT_LOOKED = {
  title: 'Not known yet',
  words: 'The system has not looked yet for what stands out among what happened. It does so every night.',
}

async function hasLooked(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.client.query('SELECT FROM problem_look ORDER BY looked_at DESC LIMIT 1')
  return rowCount !== 0
}

/** Patterns that wait for a decision: the clearest first. */
const patternsOnPatch: PatchReader = async (tx, area) => {
  const found = await findCandidates(tx, { state: 'open', within: area })
  return {
    title: 'Patterns to decide on',
    href: CANDIDATES,
    total: found.length,
    rows: found.slice(0, SHOWN).map((one) => ({
      kind: 'problem-candidate',
      id: one.id,
      title: patternTitle(one),
      href: candidateHref(one.id),
      words: patternWhy(one),
      dueAt: null,
      marking: one.marking,
    })),
    none: found.length === 0 && !(await hasLooked(tx)) ? NOT_LOOKED : NONE_WAITS,
  }
}

interface Row {
  readonly id: string
  readonly title: string
  readonly stage: Stage
  readonly marking: Marking
  readonly rule: string | null
  readonly dueAt: Date | null
  readonly total: number
}

/** Plans that are worked on, the one first whose next duty is due first. */
const plansOnPatch: PatchReader = async (tx, area) => {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT r.id, r.title, r.stage, r.marking, d.rule, d.due_at AS "dueAt", count(*) OVER ()::integer AS total
      FROM record r LEFT JOIN LATERAL (SELECT rule, due_at FROM duty WHERE record_id = r.id AND ended_at IS NULL
        AND superseded_at IS NULL ORDER BY due_at NULLS LAST, id LIMIT 1) d ON true
      WHERE r.kind = 'problem-plan' AND r.closed_at IS NULL
        AND r.area_id = ANY (ARRAY(SELECT inner_area FROM area_nesting WHERE outer_area = $1::bigint) || $1::bigint)
      ORDER BY d.due_at NULLS LAST, r.opened_at, r.id LIMIT ${SHOWN}`,
      [area],
    ),
  )
  return {
    title: 'Problems worked on',
    href: PROBLEMS,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, title, stage, marking, rule, dueAt }) => ({
      kind: 'problem-plan',
      id,
      title,
      href: problemHref(id),
      words: rule === null ? STAGES[stage] : `${STAGES[stage]}. Next: ${nextWords(rule)}`,
      dueAt: dueAt?.toISOString() ?? null,
      marking,
    })),
    none: {
      title: 'No plan is open',
      words: 'A pattern that is accepted becomes a plan, and so does what you propose.',
    },
  }
}

function nextWords(rule: string): string {
  const title = PROBLEM_DUTIES.all.find(({ code }) => code === rule)?.title ?? rule
  return title.charAt(0).toLowerCase() + title.slice(1)
}

/** What the page of a patch says of problems. */
export const problemsOnPatch: readonly PatchReader[] = [patternsOnPatch, plansOnPatch]
