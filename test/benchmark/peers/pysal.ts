import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import { countPerHexagon } from '#calculations/hexagons/hexagons.ts'
import { hotSpots } from '#calculations/place-patterns/hot-spots.ts'
import { nearRepeat } from '#calculations/place-patterns/near-repeat.ts'
import { packageRoot } from '../../../src/paths.ts'
import { figure, type Figure } from '../figure.ts'
import { pythonWith } from './environment.ts'
import type { PeerOptions } from './peers.ts'
import { PysalAnswers } from './pysal-answers.ts'
import { type HotSpotInput, type KnoxInput, largeInput, type PysalInput, smallInput } from './pysal-input.ts'

/** Pinned: their answers are kept as fixtures. */
const PACKAGES = [
  'esda==2.9.0',
  'libpysal==4.14.1',
  'pointpats==2.5.5',
  'h3==4.5.0',
  'statsmodels==0.15.0',
  'scikit-learn==1.9.1',
]
const FIXTURE = 'test/benchmark/peers/pysal.fixture.json'
const AIM = { words: 'the same answers, faster', atMost: 1 }

/** Hot spots and near pairs by PySAL and by us. Throws where an answer differs: a ratio of unlike things is none. */
export async function run({ write }: PeerOptions): Promise<Figure[]> {
  const python = pythonWith('pysal', PACKAGES)
  if (write) await writeFixture(python)
  const input = largeInput()
  const theirs = ask(python, input)
  checkBurkitt(theirs)
  const figures: Figure[] = []
  input.hotSpots.forEach((one, i) => {
    const ours = timed(input.rounds, () => hotSpots(countPerHexagon(one.points, one.resolution), one.region))
    const z = theirs.hotSpots[i]?.z ?? []
    if (ours.value.kind === 'refused') throw new Error(ours.value.words)
    same(
      one.name,
      ours.value.cells.map((cell) => cell.z),
      z,
    )
    figures.push(
      beside(
        `Hot spots of ${one.name}`,
        one,
        ours.seconds,
        theirs,
        `best of ${input.rounds}; z of ${z.length} cells the same to 8 places`,
      ),
    )
  })
  input.knox.forEach((one, i) => {
    const ours = timed(input.rounds, () => knoxOf(one))
    const answer = theirs.knox[i]
    same(one.name, [ours.value.observed, ours.value.expected], [answer?.observed ?? -1, answer?.expected ?? -1])
    const note = `best of ${input.rounds}; ${one.shuffles} shuffles; ${ours.value.observed} pairs within ${one.metres} m and ${one.days} days by both`
    figures.push(beside(`Knox’s test of ${one.name}`, one, ours.seconds, theirs, note))
  })
  return figures
}

function beside(
  name: string,
  one: HotSpotInput | KnoxInput,
  seconds: number,
  theirs: PysalAnswers,
  note: string,
): Figure {
  const packages = ['esda', 'pointpats'].map((each) => `${each} ${theirs.versions[each] ?? ''}`).join(', ')
  return figure({
    part: 'pysal',
    name,
    value: seconds,
    unit: 's of processor',
    against: { reference: `PySAL (${packages})`, value: theirs.seconds[one.name] ?? Number.NaN },
    aim: AIM,
    rows: 'points' in one ? one.points.length : one.x.length,
    role: 'none',
    storeBytes: null,
    note,
  })
}

function knoxOf({ x, y, day, metres, days, shuffles }: Omit<KnoxInput, 'name'>): {
  observed: number
  expected: number
} {
  const found = nearRepeat(
    {
      points: { x: Float64Array.from(x), y: Float64Array.from(y) },
      day,
      precision: { time: 'day', place: 'exact' },
    },
    { metres: [metres], days: [days], shuffles, seed: 'peers' },
  )
  const [band] = found.kind === 'refused' ? [] : found.bands
  if (!band) throw new Error('The test was refused.')
  return band
}

/** Burkitt's lymphoma in Uganda, whose 13 near pairs PySAL's manual prints: its data are PySAL's and stay there. */
function checkBurkitt({ burkitt }: PysalAnswers): void {
  const ours = knoxOf({ ...burkitt, metres: 20, days: 5, shuffles: 1 })
  same('Burkitt', [ours.observed, ours.observed, ours.expected], [13, burkitt.observed, burkitt.expected])
}

function same(name: string, ours: readonly number[], theirs: readonly number[]): void {
  const apart = ours.map((value, i) => Math.abs(value - (theirs[i] ?? Number.NaN)))
  if (ours.length !== theirs.length || !apart.every((difference) => difference < 1e-8)) {
    throw new Error(`${name}: ours and theirs differ by up to ${Math.max(...apart)}.`)
  }
}

async function writeFixture(python: string): Promise<void> {
  const input = smallInput()
  const { versions, hotSpots, knox, regression, likeness } = ask(python, input)
  const text = JSON.stringify({
    versions,
    input: { ...input, rounds: undefined },
    answers: { hotSpots, knox, regression, likeness },
  })
  writeFileSync(join(packageRoot, FIXTURE), await format(text, { parser: 'json', printWidth: 120 }))
  console.error(`Wrote ${FIXTURE}.`)
}

function ask(python: string, input: PysalInput): PysalAnswers {
  const folder = mkdtempSync(join(tmpdir(), 'pysal-'))
  try {
    const [given, answered] = [join(folder, 'input.json'), join(folder, 'output.json')]
    writeFileSync(given, JSON.stringify(input))
    execFileSync(python, [join(packageRoot, 'test/benchmark/peers/pysal.py'), given, answered], { stdio: 'inherit' })
    return PysalAnswers.parse(JSON.parse(readFileSync(answered, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds of the processor, on all cores (as Python's `process_time`), so that a busy machine weighs less. Best of the rounds. */
function timed<T>(rounds: number, work: () => T): { value: T; seconds: number } {
  const started = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  return rounds === 1 ? { value, seconds } : { value, seconds: Math.min(seconds, timed(rounds - 1, work).seconds) }
}
