import type { Random } from '../random/random.ts'
import { createCandidates } from './candidates.ts'
import { NEUTRAL, type Comparer } from './comparisons.ts'
import type { Prepared } from './prepare.ts'

/** Pairs looked at, with the levels of all comparisons of each. */
export interface Sample {
  readonly count: number
  /** Where the rows of each pair begin in the cells. */
  readonly lefts: Int32Array
  readonly rights: Int32Array
  readonly levels: Int8Array
  /** The share of all such pairs that these are. */
  readonly share: number
}

/** Pairs taken at random from all there are; all of them, where they are not more than asked for. */
export function sampleStrangers({ rows, comparer }: Prepared, wanted: number, random: Random): Sample {
  const width = rows.slots.length
  const all = (rows.count * (rows.count - 1)) / 2
  const count = Math.min(wanted, all)
  const sample = emptySample(count, width, all === 0 ? 1 : count / all)
  let at = 0
  if (count === all) {
    for (let left = 0; left < rows.count; left++)
      for (let right = left + 1; right < rows.count; right++) put(sample, at++, left * width, right * width)
  } else {
    while (at < count) {
      const left = Math.floor(random.next() * rows.count)
      const right = Math.floor(random.next() * rows.count)
      if (left !== right) put(sample, at++, left * width, right * width)
    }
  }
  compareAll(sample, comparer, width)
  return sample
}

/** All candidates of records taken at random, until there are as many as asked for. */
export function sampleCandidates(prepared: Prepared, wanted: number, random: Random): Sample {
  const { rows, comparer } = prepared
  const width = rows.slots.length
  const order = Int32Array.from({ length: rows.count }, (_, record) => record)
  const candidatesOf = createCandidates(prepared)
  const lefts: number[] = []
  const rights: number[] = []
  let looked = 0
  for (; looked < rows.count && lefts.length < wanted; looked++) {
    const other = looked + Math.floor(random.next() * (rows.count - looked))
    const record = order[other] ?? 0
    order[other] = order[looked] ?? 0
    candidatesOf(record, (partner) => {
      lefts.push(record * width)
      rights.push(partner * width)
    })
  }
  const sample = emptySample(lefts.length, width, rows.count === 0 ? 1 : looked / rows.count)
  sample.lefts.set(lefts)
  sample.rights.set(rights)
  compareAll(sample, comparer, width)
  return sample
}

/** Those pairs of a sample in which some comparisons agree wholly, these made neutral; no more than so many. */
export function pickAgreeing(sample: Sample, width: number, about: readonly number[], most: number): Sample {
  const picked: number[] = []
  for (let pair = 0; pair < sample.count && picked.length < most; pair++)
    if (about.every((slot) => sample.levels[pair * width + slot] === 0)) picked.push(pair)
  const chosen = emptySample(picked.length, width, sample.share)
  for (const [at, pair] of picked.entries()) {
    put(chosen, at, sample.lefts[pair] ?? 0, sample.rights[pair] ?? 0)
    chosen.levels.set(sample.levels.subarray(pair * width, (pair + 1) * width), at * width)
    for (const slot of about) chosen.levels[at * width + slot] = NEUTRAL
  }
  return chosen
}

/** Share of pairs at each level of a slot, each pair counted by its weight, with the belief counted as so many pairs. */
export function levelShares(
  sample: Sample,
  width: number,
  slot: number,
  weights: Float64Array,
  belief: readonly number[],
  beliefPairs: number,
): number[] {
  const counts = Float64Array.from(belief, (share) => share * beliefPairs)
  let total = beliefPairs
  for (let pair = 0, at = slot; pair < sample.count; pair++, at += width) {
    const level = sample.levels[at] ?? NEUTRAL
    if (level === NEUTRAL) continue
    const weight = weights[pair] ?? 0
    counts[level] = (counts[level] ?? 0) + weight
    total += weight
  }
  return Array.from(counts, (count) => count / total)
}

function emptySample(count: number, width: number, share: number): Sample {
  return {
    count,
    lefts: new Int32Array(count),
    rights: new Int32Array(count),
    levels: new Int8Array(count * width),
    share,
  }
}

function put(sample: Sample, at: number, left: number, right: number): void {
  sample.lefts[at] = left
  sample.rights[at] = right
}

function compareAll(sample: Sample, { compare }: Comparer, width: number): void {
  const levels = new Int8Array(width)
  for (let pair = 0; pair < sample.count; pair++) {
    compare(sample.lefts[pair] ?? 0, sample.rights[pair] ?? 0, levels)
    sample.levels.set(levels, pair * width)
  }
}
