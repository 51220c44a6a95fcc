import { momentOf, type Seal } from './seal.ts'

/** What can be wrong with the log, each with what it means; the words are made in one place below. */
const FINDING_KINDS = {
  'rows-changed': 'audit rows were changed',
  'rows-missing': 'audit rows were deleted',
  'rows-added': 'audit rows were inserted afterwards',
  'seal-changed': 'a seal was changed',
  'seals-missing': 'seals are missing from the middle of the chain',
  'tail-cut': 'the end of the log was cut off',
  'chain-rebuilt': 'the chain was rebuilt',
  'month-detached': 'a month of the audit is not where it is read',
  'rows-outside': 'rows claim transactions that no seal will ever cover',
  'subjects-alone': 'subjects belong to no audit row',
} as const

type FindingKind = keyof typeof FINDING_KINDS

export interface Finding {
  readonly kind: FindingKind
  /** Sequence numbers, inclusive; null where it is about no seal. */
  readonly seals: { readonly first: number; readonly last: number } | null
  /** ISO instants between which the rows concerned happened; null where not known. */
  readonly from: string | null
  readonly to: string | null
  /** How many rows, where that can be told. */
  readonly rows: number | null
  /** What is wrong, in one sentence for a person. */
  readonly words: string
}

/** What is wrong with one seal, before neighbours with the same trouble are told as one. */
export interface SealTrouble {
  readonly kind: FindingKind
  readonly seal: Seal
  readonly rows: number | null
}

/** One finding for each run of neighbouring seals with the same trouble. */
export function findingsOf(troubles: readonly SealTrouble[]): Finding[] {
  const runs: SealTrouble[][] = []
  for (const trouble of troubles) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before?.kind === trouble.kind && before.seal.seq + 1 === trouble.seal.seq)
      run.push(trouble)
    else runs.push([trouble])
  }
  return runs.map(findingOf)
}

function findingOf(run: readonly SealTrouble[]): Finding {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) throw new TypeError('A finding needs a seal.')
  const from = momentOf(first.seal.firstAt)
  const to = momentOf(last.seal.lastAt)
  const counts = run.map((trouble) => trouble.rows)
  const rows = counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const seals = { first: first.seal.seq, last: last.seal.seq }
  const words = `${sealWords(seals)} (${timeRange(from, to)}): ${troubleWords(first.kind, rows)}.`
  return { kind: first.kind, seals, from: from.toISOString(), to: to.toISOString(), rows, words }
}

function troubleWords(kind: FindingKind, rows: number | null): string {
  if (rows === null) return FINDING_KINDS[kind]
  const count = `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`
  const words = {
    'rows-missing': `${count} fewer than were sealed: audit rows were deleted`,
    'rows-added': `${count} more than were sealed: audit rows were inserted afterwards`,
    'tail-cut': `in the exported heads and not in the database: the end of the log, ${count}, was cut off`,
  }
  return kind === 'rows-missing' || kind === 'rows-added' || kind === 'tail-cut' ? words[kind] : FINDING_KINDS[kind]
}

function sealWords({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? `Seal ${first}` : `Seals ${first} to ${last}`
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

function timeRange(from: Date, to: Date): string {
  return `${LONDON.format(from)} to ${LONDON.format(to)}`
}
