import { execFileSync } from 'node:child_process'
import { figure, median, type Figure } from '../figure.ts'
import { linkSet, type Linked } from '../linkage/ours.ts'
import type { Quality } from '../linkage/quality.ts'
import { knownSets, readSet } from '../linkage/sets.ts'
import { pythonWith } from './environment.ts'

const SPLINK = 'splink==4.0.17'
const ROUNDS = 3

type Peer = Omit<Quality, 'best'> & Pick<Linked, 'seconds' | 'records'> & { readonly best: { readonly f1: number } }

/** Linkage beside Splink 4 on the same sets in the same run, in turns. Throws PeerAbsent. */
export function run(): Promise<Figure[]> {
  const sets = knownSets()
  if (sets.length === 0) console.error('The sets of known truth are not here: nothing is linked.')
  const python = pythonWith('splink', [SPLINK])
  return Promise.resolve(
    sets.flatMap((set) => {
      console.error(`Linking ${set.name}…`)
      const { records, truth } = readSet(set)
      const ours: Linked[] = []
      const theirs: Peer[] = []
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(linkSet(records, truth, set.mapping))
        theirs.push(linkWithSplink(python, set))
      }
      const [own] = ours
      const [peer] = theirs
      return own === undefined || peer === undefined ? [] : figuresOf(set.name, own, peer, ours, theirs)
    }),
  )
}

function figuresOf(name: string, own: Linked, peer: Peer, ours: readonly Linked[], theirs: readonly Peer[]): Figure[] {
  const common = { part: 'peers', role: 'nobody: a calculation', storeBytes: null, rows: own.records }
  const f1 = { ...common, unit: 'F1', aim: { words: 'at or above', atLeast: 1 } }
  const reference = SPLINK
  const curves = own.curve.map(
    ({ precision, recall }, at) => `${precision}: ${recall.toFixed(3)} and ${(peer.curve[at]?.recall ?? 0).toFixed(3)}`,
  )
  const speed = (all: readonly { seconds: number }[]) => own.records / median(all.map(({ seconds }) => seconds))
  return [
    figure({
      ...f1,
      name: `${name}: pairs, best threshold`,
      value: own.best.f1,
      against: { reference, value: peer.best.f1 },
      note: `recall at precision, ours and theirs, ${curves.join('; ')}`,
    }),
    figure({
      ...f1,
      name: `${name}: pairs, own threshold`,
      value: own.atThreshold.f1,
      against: { reference, value: peer.atThreshold.f1 },
      note: 'ours at the default of the settings; theirs at the one of their documentation, or 0.5',
    }),
    figure({
      ...f1,
      name: `${name}: groups`,
      value: own.clustered.f1,
      against: { reference, value: peer.clustered.f1 },
      note: `precision ${own.clustered.precision.toFixed(4)}, recall ${own.clustered.recall.toFixed(4)}; theirs ${peer.clustered.precision.toFixed(4)}, ${peer.clustered.recall.toFixed(4)}`,
    }),
    figure({
      ...common,
      name: `${name}: learning and linking`,
      unit: 'records/s',
      value: speed(ours),
      against: { reference, value: speed(theirs) },
      aim: { words: 'at or above', atLeast: 1 },
      note: `from records in memory to all scored pairs, median of ${ROUNDS}, in turns; ours one thread, theirs as many as it takes`,
    }),
  ]
}

function linkWithSplink(own: string, set: { name: string; path: string }): Peer {
  const said = execFileSync(own, ['test/benchmark/peers/splink_peer.py', set.name, set.path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(said)
}
