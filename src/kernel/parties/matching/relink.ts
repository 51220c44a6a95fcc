import { randomUUID } from 'node:crypto'
import { learn, prepareRecords, SETTINGS, type Prepared } from '#calculations/linkage/index.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import { tellCustodians } from '../identities/custodians.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import { placesOf, type LinkedPart } from './link-part.ts'
import { linkParts } from './link-parts.ts'
import { MAPPINGS } from './mappings.ts'
import { findModel, keepModel, type KeptModel } from './models.ts'
import { readFacts } from './read-facts.ts'
import { readStore } from './read-store.ts'
import { createJudge, type Judge } from './verdict.ts'
import { writeProposals } from './write-proposals.ts'

export interface Relinked {
  readonly kind: MatchedKind
  readonly model: string
  readonly parties: number
  readonly entries: number
  readonly compared: number
  readonly proposed: number
  /** How long each took by itself: of writing, what was waited for when the linking beside it was done. */
  readonly milliseconds: {
    readonly read: number
    readonly learn: number
    readonly link: number
    readonly write: number
  }
}

export type Progress = (done: number, total: number, message: string) => Promise<void>

/** Ids of a part: what is done is kept part by part. */
const PART = 20_000
/** Pairs whose parties are read, and judged, in one go: a part has fewer, but where very many are alike. */
const PAIRS = 10_000
/** Pairs written in one go. */
const WRITTEN = 1_000

/**
 * Goes through all parties of a kind: learns a model, compares whoever shares something, and puts pairs that may be one before
 * the reviewers. Nothing is ever merged. What was stopped goes on after the last part that it had done, with the model it had.
 * `gone` says the milliseconds since some moment; `idsOfPart` how many ids a part has, of which several are linked on two threads.
 */
export async function relinkKind(
  store: Store,
  kind: MatchedKind,
  progress: Progress,
  gone: () => number,
  idsOfPart = PART,
): Promise<Relinked> {
  const spent = { read: 0, learn: 0, link: 0, write: 0 }
  const timed = async <T>(what: keyof typeof spent, work: () => Promise<T>): Promise<T> => {
    const before = gone()
    const value = await work()
    spent[what] += gone() - before
    return value
  }
  const { rows, owners, ids } = await timed('read', () =>
    readStore(
      (work) => asSystem(store, work),
      kind,
      (read, total) => progress(read, total, `${kind}: records read`),
    ),
  )
  const prepared = prepareRecords(rows, SETTINGS, owners)
  const run = await timed('learn', () => beginOrGoOn(store, kind, prepared, idsOfPart))
  const parts = [...Array(run.parts).keys()]
    .filter((part) => !run.done.includes(part))
    .map((part) => {
      const [from = 0, to = 0] = [part, part + 1].map((at) => firstOf(owners, firstOf(ids, at * idsOfPart)))
      return { part, from, to }
    })
  const hidden = new Set<number>()
  const judge = createJudge(run.kept.model)
  const linked = linkParts(prepared, run.kept.model, parts)
  let [compared, proposed, done] = [0, run.proposed, run.parts - parts.length]
  // A part is written while the next is linked.
  let writing: Promise<number> | null = null
  try {
    await progress(done, run.parts, `${kind}: pairs compared`)
    for (;;) {
      const next = await timed('link', () => linked.next())
      if (writing !== null) {
        const before = writing
        writing = null
        proposed += await timed('write', () => before)
        done += 1
        await progress(done, run.parts, `${kind}: pairs compared`)
      }
      if (next.done === true) break
      compared += next.value.compared
      writing = writePart(store, kind, run, next.value, ids, judge, hidden)
      // Whatever it failed by is thrown above, when it is waited for.
      writing.catch(() => undefined)
    }
  } finally {
    // Whatever went wrong here, the thread beside does not go on, and nothing is still being written.
    await linked.return(undefined)
    await writing?.catch(() => undefined)
  }
  await asSystem(store, async (tx) => {
    await tx.client.query('UPDATE match_run SET ended_at = $2 WHERE id = $1', [run.id, tx.now])
    await tellCustodians(tx, [...hidden], 'identity.hidden-match')
  })
  return {
    kind,
    model: run.kept.id,
    parties: ids.length,
    entries: rows.count,
    compared,
    proposed,
    milliseconds: spent,
  }
}

/** A transaction as the matcher. */
async function asSystem<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  const request = { requestId: randomUUID(), purpose: 'who is who', origin: 'matching' }
  return transaction(store, { reader: systemReader('system:matching') }, request, async ({ open }) => {
    const tx = await open()
    return { value: await asMatcher(tx, () => work(tx)), audit: [] }
  })
}

interface Run {
  readonly id: string
  readonly kept: KeptModel
  readonly parts: number
  readonly done: readonly number[]
  readonly proposed: number
}

async function beginOrGoOn(store: Store, kind: MatchedKind, prepared: Prepared, idsOfPart: number): Promise<Run> {
  const before = await asSystem(store, async (tx) => {
    const [row] = rowsAs<Omit<Run, 'kept'> & { readonly model: string }>(
      await tx.client.query(
        `SELECT id, model, parts, done, proposed FROM match_run WHERE kind = $1 AND ended_at IS NULL
        ORDER BY started_at DESC LIMIT 1`,
        [kind],
      ),
    )
    if (row === undefined) return null
    const kept = await findModel(tx, kind, row.model)
    return kept === null ? null : { ...row, kept }
  })
  if (before !== null) return before
  const model = learn(prepared, MAPPINGS[kind])
  return asSystem(store, async (tx) => {
    const kept = await keepModel(tx, kind, model)
    const [row] = rowsAs<{ last: number }>(
      await tx.client.query('SELECT coalesce(max(id), 0) AS last FROM party WHERE kind = $1', [kind]),
    )
    const run = { id: randomUUID(), kept, parts: Math.floor((row?.last ?? 0) / idsOfPart) + 1, done: [], proposed: 0 }
    await tx.client.query('INSERT INTO match_run (id, kind, model, parts, started_at) VALUES ($1, $2, $3, $4, $5)', [
      run.id,
      kind,
      kept.id,
      run.parts,
      tx.now,
    ])
    return run
  })
}

/** The place of the first that is so high; they are in order. */
function firstOf(all: readonly number[] | Int32Array, value: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

async function writePart(
  store: Store,
  kind: MatchedKind,
  run: Run,
  { part, pairs }: LinkedPart,
  ids: readonly number[],
  judge: Judge,
  hidden: Set<number>,
): Promise<number> {
  return asSystem(store, async (tx) => {
    let proposed = 0
    for (let at = 0; at < pairs.length; at += PAIRS) {
      const some = [...pairs.subarray(at, at + PAIRS)].map((pair) => placesOf(pair).map((place) => ids[place] ?? 0))
      const facts = new Map((await readFacts(tx, kind, [...new Set(some.flat())])).map((one) => [one.party, one]))
      const verdicts = some.flatMap(([one = 0, other = 0]) => {
        const [left, right] = [facts.get(one), facts.get(other)]
        return left === undefined || right === undefined ? [] : (judge(left, right) ?? [])
      })
      for (let first = 0; first < verdicts.length; first += WRITTEN) {
        const written = await writeProposals(tx, kind, run.kept.id, verdicts.slice(first, first + WRITTEN))
        proposed += written.proposed
        for (const compartment of written.hidden) hidden.add(compartment)
      }
    }
    await tx.client.query(
      'UPDATE match_run SET done = array_append(done, $2::integer), proposed = proposed + $3 WHERE id = $1',
      [run.id, part, proposed],
    )
    return proposed
  })
}
