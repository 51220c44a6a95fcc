import type { ColumnMapping, PersonRecord } from '#calculations/linkage/index.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { weightedChoice } from '#calculations/random/choices.ts'
import { readNames } from './sets.ts'

export const PEOPLE_MAPPING: ColumnMapping = {
  first: 'given',
  last: 'family',
  born: 'birth',
  sex: 'sex',
  address: 'address',
  town: 'locality',
  postcode: 'postcode',
  phone: 'phone',
  email: 'email',
}

type Values = Record<keyof typeof PEOPLE_MAPPING, string>

/**
 * Records of made-up people with names as frequent as in the United Kingdom, in random order: a quarter of them are
 * further records of somebody who is there already, with slips of the pen, gaps, moves and short forms. None where the
 * lists of names are not here.
 */
export function makePeople(count: number): { records: PersonRecord[]; truth: number[] } {
  const random = createRandom('people of the benchmark')
  const first = readNames('uk_first_names_by_sex_birth_year.csv')
  const last = readNames('uk_last_names.csv')
  if (first.length === 0 || last.length === 0) return { records: [], truth: [] }
  const drawFirst = weightedChoice(first.map((row) => [row, Number(row['freq'])] as const))
  const drawLast = weightedChoice(last.map((row) => [row['surname'] ?? '', Number(row['freq'])] as const))
  const records: Values[] = []
  const truth: number[] = []
  while (records.length < count) {
    const again = truth.length > 100 && random.next() < 0.25
    const place = Math.floor(random.next() * records.length)
    const before = again ? records[place] : undefined
    if (before === undefined) {
      truth.push(records.length)
      records.push(person(random, drawFirst(random), drawLast(random)))
    } else {
      truth.push(truth[place] ?? 0)
      records.push(spoilt(random, before))
    }
  }
  return { records, truth }
}

function person(random: Random, first: Record<string, string>, last: string): Values {
  const number = (most: number) => Math.floor(random.next() * most)
  const two = (value: number) => String(value).padStart(2, '0')
  const town = number(300)
  const street = number(60_000)
  return {
    first: first['firstname'] ?? '',
    last,
    born: `${1935 + number(75)}-${two(1 + number(12))}-${two(1 + number(28))}`,
    sex: first['sex'] ?? '',
    address: `${1 + number(90)} ${STREETS[street % STREETS.length] ?? ''} ${ENDS[street % 7] ?? ''}`,
    town: `${STREETS[town % STREETS.length] ?? ''}${town % 3 === 0 ? 'ton' : 'ham'}`,
    postcode: `${'abcdefgh'[town % 8]}${'lnprs'[town % 5]}${1 + (town % 30)} ${street % 10}${'abdefghjln'[street % 7]}${'pqrstuwxyz'[street % 9]}`,
    phone: random.next() < 0.5 ? `07${String(number(1e9)).padStart(9, '0')}` : '',
    email: random.next() < 0.4 ? `${first['firstname']}.${last}${number(100)}@example.org` : '',
  }
}

const STREETS =
  'ash birch church down elm fern grove hazel ivy juniper kings larch mill north oak park queens river station thorn upland vine willow yew abbey bridge castle dean east ford'.split(
    ' ',
  )
const ENDS = ['road', 'street', 'lane', 'avenue', 'close', 'way', 'drive']

function spoilt(random: Random, before: Values): Values {
  const after = { ...before }
  for (const column of ['first', 'last', 'born', 'phone', 'email', 'postcode', 'address'] as const) {
    const chance = random.next()
    if (chance < 0.08) after[column] = ''
    else if (chance < 0.18) after[column] = slip(random, after[column])
  }
  if (random.next() < 0.03) [after['first'], after['last']] = [after['last'] ?? '', after['first'] ?? '']
  if (random.next() < 0.2) for (const column of ['address', 'town', 'postcode'] as const) after[column] = ''
  return after
}

function slip(random: Random, text: string | undefined): string {
  if (text === undefined || text.length < 3) return text ?? ''
  const at = Math.floor(random.next() * (text.length - 1))
  const other = /\d/.test(text[at] ?? '')
    ? String(Math.floor(random.next() * 10))
    : 'aeionrst'[Math.floor(random.next() * 8)]
  return random.next() < 0.5
    ? text.slice(0, at) + other + text.slice(at + 1)
    : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
}
