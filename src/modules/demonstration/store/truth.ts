import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import path from 'node:path'
import type { GoldQuery } from '../people/gold-queries.ts'
import { Namesakes } from '../people/gold-queries.ts'
import type { TruePerson } from '../people/households.ts'

/** A query with who should be found: the source's references of every record of that person. */
export interface ExpectedQuery extends GoldQuery {
  readonly person: TruePerson
  readonly expected: readonly string[]
}

/** Where the truth goes, which the product never has. */
export interface TruthSink {
  record(kind: 'person' | 'address', reference: string, truth: string, differs: readonly string[]): void
  person(person: TruePerson): void
  query(query: ExpectedQuery): void
  /** Writes what is left. Gives how many queries there are. */
  end(): Promise<number>
}

/** Of a name with nothing but a place there may be so many, namesakes in all: more are nobody's to tell apart. */
const FEW = 6

/** Truth that is not asked for. */
export const NO_TRUTH: TruthSink = {
  record: () => undefined,
  person: () => undefined,
  query: () => undefined,
  end: () => Promise.resolve(0),
}

/** Writes `truth.csv` and `gold-queries.csv` to a folder, which it makes. See docs/name-match-gold-set.md. */
export async function writeTruth(folder: string): Promise<TruthSink> {
  await mkdir(folder, { recursive: true })
  const truth = openCsv(path.join(folder, 'truth.csv'), 'kind,reference,truth,differs')
  const namesakes = new Namesakes()
  const queries: ExpectedQuery[] = []
  return {
    record: (kind, reference, true_, differs) => truth.line([kind, reference, true_, differs.join(' ')]),
    person: (person) => namesakes.add(person),
    query: (query) => queries.push(query),
    end: async () => {
      const gold = openCsv(
        path.join(folder, 'gold-queries.csv'),
        'number,query,birth_date,age,area,expected,phenomenon,community',
      )
      const kept = queries.filter(({ nameAlone, person }) => !nameAlone || namesakes.of(person) <= FEW)
      for (const [i, { query, birthDate, age, area, expected, phenomenon, person }] of kept.entries())
        gold.line([
          String(i + 1),
          query,
          birthDate ?? '',
          age === null ? '' : String(age),
          area ?? '',
          expected.join(' '),
          phenomenon,
          person.community,
        ])
      await Promise.all([truth.end(), gold.end()])
      return kept.length
    },
  }
}

function openCsv(file: string, header: string): { line(values: readonly string[]): void; end(): Promise<void> } {
  const stream: WriteStream = createWriteStream(file)
  let text = `${header}\n`
  return {
    line: (values) => {
      text += `${values.map(quoted).join(',')}\n`
      if (text.length < 1 << 18) return
      stream.write(text)
      text = ''
    },
    end: async () => {
      stream.end(text)
      await finished(stream)
    },
  }
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
