import { createRandom } from '../random/random.ts'
import { learnMatching } from './lessons.ts'
import type { ColumnMapping } from './mapping.ts'
import { MODEL_VERSION, type LinkageModel } from './model.ts'
import type { Prepared } from './prepare.ts'
import { countsOf } from './rarity.ts'
import { levelShares, sampleCandidates, sampleStrangers, type Sample } from './sample.ts'
import { createWeigher, oddsBits, type Parameters, type Weigher } from './score.ts'
import type { Rows } from './table.ts'

/** What two people share leans on what one person shares, and the other way round: so they are learnt in turns. */
const TURNS = 2

/** Learns, from the records alone, what agreement tells. The same records, settings and seed give the same model. */
export function learn(prepared: Prepared, mapping: ColumnMapping, seed: string | number = 1): LinkageModel {
  const { rows, blocks, beliefs, rarities, settings } = prepared
  const random = createRandom(seed)
  const strangers = sampleStrangers(prepared, settings.randomPairs, random.split('strangers'))
  const candidates = sampleCandidates(prepared, settings.candidatePairs, random.split('candidates'))
  const allPairs = Math.max(1, (rows.count * (rows.count - 1)) / 2)

  let parameters: Parameters[] = beliefs.map(({ matching }) => ({ matching, others: [], typicalRarity: 0 }))
  parameters = learnOthers(prepared, strangers, parameters, new Float64Array(strangers.count).fill(1))
  let prior = 1 / Math.max(2, rows.count)
  for (let turn = 0; turn < TURNS; turn++) {
    const matching = learnMatching(prepared, candidates, parameters)
    parameters = parameters.map((one, slot) => ({ ...one, matching: matching[slot] ?? one.matching }))
    const weigher = createWeigher(rows, parameters, beliefs, rarities)
    prior = learnPrior(weighAll(weigher, candidates, rows.slots.length), candidates.share * allPairs, prior)
    const odds = oddsBits(prior)
    const twoPeople = weighAll(weigher, strangers, rows.slots.length).map((bits) => 1 / (1 + 2 ** (bits + odds)))
    parameters = learnOthers(prepared, strangers, parameters, twoPeople)
  }
  return {
    version: MODEL_VERSION,
    mapping,
    records: rows.count,
    prior,
    comparisons: rows.slots.map(({ name, kind }, slot) => ({
      name,
      kind,
      matching: parameters[slot]?.matching ?? [],
      others: parameters[slot]?.others ?? [],
      typicalRarity: parameters[slot]?.typicalRarity ?? 0,
      ...frequenciesOf(rows, slot),
    })),
    rules: blocks.rules,
  }
}

/** Levels of two people, from pairs taken at random, each counted by how likely it is of two people. */
function learnOthers(
  { beliefs, settings }: Prepared,
  strangers: Sample,
  parameters: readonly Parameters[],
  twoPeople: Float64Array,
): Parameters[] {
  return parameters.map(({ matching }, slot) => {
    const belief = beliefs[slot]?.others ?? []
    const others = levelShares(strangers, parameters.length, slot, twoPeople, belief, settings.beliefPairs / 10)
    return { matching, others, typicalRarity: -Math.log2(others[0] ?? 1) }
  })
}

function weighAll({ weigh }: Weigher, sample: Sample, width: number): Float64Array {
  const weights = new Float64Array(sample.count)
  for (let pair = 0; pair < sample.count; pair++)
    weights[pair] = weigh(sample.levels, pair * width, sample.lefts[pair] ?? 0, sample.rights[pair] ?? 0)
  return weights
}

/** The prior at which the candidates hold as many matches, among all pairs they were sampled from, as it says there are. */
function learnPrior(weights: Float64Array, sampledFrom: number, before: number): number {
  let prior = before
  for (let round = 0; round < 30; round++) {
    const odds = oddsBits(prior)
    let matches = 0
    for (const weight of weights) matches += 1 / (1 + 2 ** -(weight + odds))
    const next = Math.min(0.5, Math.max(matches, 0.5) / sampledFrom)
    if (Math.abs(Math.log(next / prior)) < 0.001) return next
    prior = next
  }
  return prior
}

/** So many values of a comparison are kept in a model with how often they are found; others count as rare. */
const FREQUENT = 20_000

function frequenciesOf(rows: Rows, slot: number) {
  const lexicon = rows.slots[slot]?.lexicon
  let known = 0
  const several: [number, number][] = []
  for (const [id, times] of countsOf(rows, slot).entries()) {
    known += times
    if (times > 1) several.push([id, times])
  }
  several.sort(([a, aTimes], [b, bTimes]) => bTimes - aTimes || a - b)
  const frequent = several.slice(0, FREQUENT).map(([id, times]) => [lexicon?.valueOf(id) ?? '', times] as const)
  return { known, frequent }
}
