import { figure, median, type Figure } from './figure.ts'
import { linkPlainly } from './linkage/baseline.ts'
import { relinkWhole } from './linkage/million.ts'
import { linkSet } from './linkage/ours.ts'
import { knownSets, readSet } from './linkage/sets.ts'
import { variantRecall } from './linkage/variants.ts'

const MILLION = 1_000_000
const BASELINE = 'exact values and Jaro-Winkler, best threshold'

const common = { part: 'linkage', role: 'nobody: a calculation', storeBytes: null }

/** Quality on sets of known truth beside a plain baseline, names, and a million records. Peers: benchmark:peers. */
export async function run(): Promise<Figure[]> {
  return [...sets(), ...names(), ...(await million())]
}

function sets(): Figure[] {
  return knownSets().flatMap((set) => {
    const { records, truth } = readSet(set)
    const runs = [1, 2, 3].map(() => linkSet(records, truth, set.mapping))
    const [ours] = runs
    if (ours === undefined) return []
    const plain = linkPlainly(records, truth, set.mapping)
    const curve = ours.curve.map(({ precision, recall }) => `${precision}: ${recall.toFixed(3)}`).join(', ')
    const against = { reference: BASELINE, value: plain.best.f1 }
    const each = { ...common, rows: records.length }
    return [
      figure({
        ...each,
        name: `${set.name}: F1 of pairs, best threshold`,
        value: ours.best.f1,
        unit: 'F1',
        against,
        aim: { words: 'not below it', atLeast: 1 },
        note: `precision ${ours.best.precision.toFixed(4)}, recall ${ours.best.recall.toFixed(4)}; recall at precision ${curve}`,
      }),
      figure({
        ...each,
        name: `${set.name}: F1 of pairs, default threshold`,
        value: ours.atThreshold.f1,
        unit: 'F1',
        against,
        note: `precision ${ours.atThreshold.precision.toFixed(4)}, recall ${ours.atThreshold.recall.toFixed(4)}`,
      }),
      figure({
        ...each,
        name: `${set.name}: F1 of groups`,
        value: ours.clustered.f1,
        unit: 'F1',
        against,
        note: `precision ${ours.clustered.precision.toFixed(4)}, recall ${ours.clustered.recall.toFixed(4)}`,
      }),
      figure({
        ...each,
        name: `${set.name}: learning and linking`,
        value: records.length / median(runs.map(({ seconds }) => seconds)),
        unit: 'records/s',
        note: `one thread, ${ours.pairsCompared.toLocaleString('en-GB')} pairs compared, median of three`,
      }),
    ]
  })
}

function names(): Figure[] {
  return variantRecall().map(({ name, pairs, found }) =>
    figure({
      ...common,
      name: `variants of ${name} known as such`,
      value: found / pairs,
      unit: 'recall',
      rows: pairs,
      note: 'pairs on the list of which similarName does not say different',
    }),
  )
}

async function million(): Promise<Figure[]> {
  const whole = await relinkWhole(MILLION)
  if (whole === undefined) {
    console.error('The lists of names are not here: no people are made, and none linked')
    return []
  }
  const { parts, quality, incremental, pairs, peakBytes } = whole
  const each = { ...common, rows: MILLION }
  return [
    figure({
      ...each,
      name: 'relinking the whole store, two threads',
      value: (MILLION / whole.seconds) * 60,
      unit: 'records/min',
      aim: { words: 'a million in four minutes', atLeast: MILLION / 4 },
      note: `${Math.round(whole.seconds)} s: ready ${Math.round(parts.ready)}, learn ${Math.round(parts.learn)}, link ${Math.round(parts.link)}, group ${Math.round(parts.group)}; ${pairs.toLocaleString('en-GB')} pairs; F1 of pairs ${quality.atThreshold.f1.toFixed(4)}, of groups ${quality.clustered.f1.toFixed(4)}`,
    }),
    figure({
      ...each,
      name: 'its memory at most',
      value: peakBytes / 2 ** 30,
      unit: 'GB',
      note: 'of the process, the people in it',
    }),
    figure({
      ...each,
      name: 'a new record against the store, p95',
      value: incremental.p95,
      unit: 'ms',
      aim: { words: 'tens of milliseconds', atMost: 50 },
      note: `p50 ${incremental.p50.toFixed(1)} ms; ${incremental.candidates} candidates (median), the index in memory`,
    }),
  ]
}
