import { setImmediate as breathe } from 'node:timers/promises'
import { createLinker, type LinkageModel, type Prepared } from '#calculations/linkage/index.ts'
import { LEAST_BITS } from './mappings.ts'

/** The rarities of the whole store and those kept in the model differ a little: pairs just below are judged as well. */
const SLACK_BITS = 1
/** Records linked before anything else may run. */
const STRETCH = 500
/** Room for a party's place beside another's in what a number holds exactly: more records are not linked at once. */
const ROOM = 2 ** 26

/** A part of the entries: from one up to, and not with, another. */
export interface Part {
  readonly part: number
  readonly from: number
  readonly to: number
}

export interface LinkedPart {
  readonly part: number
  readonly compared: number
  /** The places of both parties of each pair, in one number (`placesOf`), in order; each pair once. */
  readonly pairs: Float64Array
}

/** Links parts of what was made ready: pairs of which the first is in the part, whichever way of recording them was alike. */
export function createPartLinker(prepared: Prepared, model: LinkageModel): (part: Part) => Promise<LinkedPart> {
  const linker = createLinker(prepared, model, LEAST_BITS - SLACK_BITS)
  const { owners } = prepared
  return async ({ part, from, to }) => {
    const pairs = new Set<number>()
    let compared = 0
    for (let at = from; at < to; at += STRETCH) {
      compared += linker.link(at, Math.min(at + STRETCH, to), (left, right) =>
        pairs.add((owners?.[left] ?? left) * ROOM + (owners?.[right] ?? right)),
      )
      await breathe()
    }
    return { part, compared, pairs: Float64Array.from(pairs).sort() }
  }
}

export function placesOf(pair: number): readonly [number, number] {
  return [Math.floor(pair / ROOM), pair % ROOM]
}
