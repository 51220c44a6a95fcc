import { shareRecords, type LinkageModel, type Prepared, type SharedRecords } from '#calculations/linkage/index.ts'
import { carried } from '#platform/edge.ts'
import { openThread } from '#platform/threads/open-thread.ts'
import { createPartLinker, type LinkedPart, type Part } from './link-part.ts'

/** What a thread that links is given: plain data, its numbers in shared memory. */
export interface LinkWork {
  readonly shared: SharedRecords
  readonly model: LinkageModel
}

/** Records that a thread is given in one go: a part is shared out in pieces, so that neither waits long for the other. */
const PIECE = 1_000
/** Pieces the thread beside has, so that it need not wait for this one between two. */
const AHEAD = 2

/**
 * Links parts on two threads, this one and one beside it, piece by piece, and gives each part as soon as it is whole, about in
 * order. The one beside goes on while what it was given is written. A single part is not worth a second thread.
 */
export async function* linkParts(
  prepared: Prepared,
  model: LinkageModel,
  parts: readonly Part[],
): AsyncGenerator<LinkedPart> {
  const waiting = parts.flatMap(piecesOf)
  const { add, whole } = createGathering(parts)
  const link = createPartLinker(prepared, model)
  const beside = parts.length > 1 ? openBeside(prepared, model) : null
  const takeBeside = async () => {
    if (beside === null) return
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) add(await beside.link(piece))
  }
  const others = Promise.all(Array.from({ length: AHEAD }, takeBeside))
  // Whatever it failed by is thrown below, when this thread has done its own.
  others.catch(() => undefined)
  try {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
      add(await link(piece))
      yield* whole()
    }
    await others
    yield* whole()
  } finally {
    await beside?.end()
  }
}

function piecesOf({ part, from, to }: Part): readonly Part[] {
  const pieces = Math.max(1, Math.ceil((to - from) / PIECE))
  return Array.from({ length: pieces }, (_, at) => ({
    part,
    from: from + at * PIECE,
    to: Math.min(to, from + (at + 1) * PIECE),
  }))
}

/** Puts pieces together again. */
function createGathering(parts: readonly Part[]) {
  const missing = new Map(parts.map((part) => [part.part, piecesOf(part).length]))
  const found = new Map<number, LinkedPart[]>()
  const done: LinkedPart[] = []
  return {
    add: (piece: LinkedPart): void => {
      const { part } = piece
      const pieces = [...(found.get(part) ?? []), piece]
      found.set(part, pieces)
      if (pieces.length < (missing.get(part) ?? 0)) return
      found.delete(part)
      // Whoever is recorded in several ways may have them in two pieces.
      const pairs = new Set(pieces.flatMap((one) => [...one.pairs]))
      const compared = pieces.reduce((sum, one) => sum + one.compared, 0)
      done.push({ part, compared, pairs: Float64Array.from(pairs).sort() })
    },
    /** The parts that became whole since this was asked last. */
    whole: (): readonly LinkedPart[] => done.splice(0),
  }
}

function openBeside(prepared: Prepared, model: LinkageModel) {
  const work: LinkWork = { shared: shareRecords(prepared), model }
  const thread = openThread('link-thread', work)
  // What is asked of it is answered in the order in which it was asked.
  const asked: { resolve: (linked: LinkedPart) => void; reject: (error: Error) => void }[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of asked.splice(0)) reject(failure)
  }
  thread.on('error', fail)
  thread.on('exit', (code) => fail(new Error(`The thread that links ended with ${code}.`)))
  thread.on('message', (linked: unknown) => asked.shift()?.resolve(carried<LinkedPart>(linked)))
  return {
    link: (part: Part) =>
      new Promise<LinkedPart>((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        asked.push({ resolve, reject })
        thread.postMessage(part)
      }),
    end: () => thread.terminate(),
  }
}
