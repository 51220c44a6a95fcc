import type { PersonRecord } from '#calculations/linkage/index.ts'
import { nameTokens, nicknameGroup, phoneticKeys, transliterationKey } from '#calculations/linkage/names/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '../identities/proposal.ts'

/** So many of one ground are looked at: where more share it, it tells little by itself. */
const MOST_OF_ONE = 250

/**
 * Parties that may be one with somebody who is recorded in these ways: by the indexes that the search has. As the matcher:
 * whoever gets them must see them. Of people by the day of birth (the other way round too), a phone, a postcode, and both names in
 * any spelling; of organisations and addresses by number, postcode and words.
 */
export async function candidatesFor(
  tx: Pick<Tx, 'client'>,
  kind: MatchedKind,
  records: readonly PersonRecord[],
): Promise<readonly number[]> {
  const rows = rowsAs<{ party: number }>(await tx.client.query(SQL[kind], [...valuesFor(kind, records)]))
  return rows.map(({ party }) => party)
}

function valuesFor(kind: MatchedKind, records: readonly PersonRecord[]): readonly unknown[] {
  const of = (column: string) =>
    unique(records.flatMap((record) => record[column] ?? []).filter((value) => value !== ''))
  const postcodes = of('postcode').map((code) => code.replaceAll(/\s/g, '').toUpperCase())
  const words = of('full')
    .slice(0, 4)
    .map((name) => nameTokens(name))
  const asked = JSON.stringify(
    words.flatMap((name, n) => name.slice(0, 5).map((word, at) => ({ n, at, ...spellings(word) }))),
  )
  if (kind === 'address') return [postcodes, of('number'), of('uprn')]
  const phones = of('phone').map((number) => number.replaceAll(/\D/g, ''))
  if (kind === 'organisation') return [postcodes, phones, asked, of('registered')]
  return [
    postcodes,
    phones,
    asked,
    of('birth')
      .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
      .flatMap(daysLike),
  ]
}

function spellings(word: string) {
  return { word, groups: nicknameGroup(word), sounds: phoneticKeys(transliterationKey(word)) }
}

/** The day, and day and month the other way round. */
function daysLike(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  return Number(date) > 12 || date === month ? [day] : [day, `${year}-${date}-${month}`]
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

/** Of each word of each name the tokens that it may be written as: itself, its short forms, and what sounds like it. */
const TOKENS = `tokens AS MATERIALIZED (
    SELECT a.n, a.at, array_agg(DISTINCT t.id) AS ids, array_agg(DISTINCT t.class) AS classes
    FROM jsonb_to_recordset($3::jsonb) AS a (n integer, at integer, word text, groups text[], sounds text[]), LATERAL (
      SELECT o.id, o.class FROM name_token o WHERE o.token = a.word
      UNION ALL (SELECT o.id, o.class FROM name_token o WHERE o.groups && a.groups ORDER BY o.uses DESC LIMIT 40)
      UNION ALL (SELECT o.id, o.class FROM name_token o WHERE o.sounds && a.sounds ORDER BY o.uses DESC LIMIT 60)) t
    GROUP BY a.n, a.at
  ), pairs AS (
    SELECT one.ids AS first, other.ids AS second, ARRAY(
      SELECT DISTINCT least(a, b) << 15 | greatest(a, b) FROM unnest(one.classes) AS a, unnest(other.classes) AS b) AS keys
    FROM tokens one JOIN tokens other ON other.n = one.n AND other.at > one.at
  )`
const BY_NAMES = (besides = 'true'): string => `SELECT found.party_id FROM pairs, LATERAL (
    WITH n AS MATERIALIZED (SELECT o.party_id, o.tokens, o.birth_date FROM party_name o WHERE o.pairs && pairs.keys)
    SELECT n.party_id FROM n WHERE ${besides} AND n.tokens && pairs.first AND n.tokens && pairs.second LIMIT ${MOST_OF_ONE}) found`
/** Of thousands of one name those who may be of an age: a year apart at most, or of the same day and month of another year. */
const BORN_ABOUT = `(n.birth_date IS NULL OR cardinality($4::date[]) = 0 OR EXISTS (SELECT FROM unnest($4::date[]) AS day
      WHERE abs(n.birth_date - day) <= 366 OR to_char(n.birth_date, 'MMDD') = to_char(day, 'MMDD')))`
const AT_POSTCODE = (link: string, here: string, there: string): string => `
  SELECT found.party FROM unnest($1::text[]) AS code, LATERAL (
    SELECT l.${here}_party AS party FROM address a JOIN party_link l ON l.${there}_party = a.party_id AND l.kind = '${link}'
    WHERE a.postcode = code LIMIT ${MOST_OF_ONE}) found`
const BY_PHONE = `
  SELECT found.party FROM unnest($2::text[]) AS number, LATERAL (
    SELECT l.from_party AS party FROM phone f JOIN party_link l ON l.to_party = f.party_id AND l.kind = 'uses-phone'
    WHERE f.number = number.number LIMIT ${MOST_OF_ONE}) found`
const OF_KIND = (kind: MatchedKind): string =>
  `SELECT DISTINCT p.id AS party FROM met JOIN party p ON p.id = met.party WHERE p.kind = '${kind}'`

const SQL = {
  person: `WITH ${TOKENS}, met (party) AS (
      SELECT party_id FROM person WHERE birth_date = ANY ($4::date[])
      UNION ALL SELECT party_id FROM party_name WHERE birth_date = ANY ($4::date[])
      UNION ALL ${AT_POSTCODE('lives-at', 'from', 'to')}
      UNION ALL ${BY_PHONE}
      UNION ALL ${BY_NAMES(BORN_ABOUT)}
    ) ${OF_KIND('person')}`,
  organisation: `WITH ${TOKENS}, met (party) AS (
      SELECT party_id FROM organisation WHERE registered_number = ANY ($4::text[])
      UNION ALL ${AT_POSTCODE('premises-of', 'to', 'from')}
      UNION ALL ${BY_PHONE}
      UNION ALL ${BY_NAMES()}
    ) ${OF_KIND('organisation')}`,
  address: `WITH met (party) AS (
      SELECT found.party_id FROM unnest($1::text[]) AS code, LATERAL (
        SELECT a.party_id FROM address a WHERE a.postcode = code
          -- "5/12" may be flat 5 of number 12, or a building of two numbers.
          AND (a.number = ANY ($2::text[]) OR a.number LIKE '%/%' OR cardinality($2::text[]) = 0)
        LIMIT ${MOST_OF_ONE}) found
      UNION ALL SELECT party_id FROM address WHERE uprn = ANY ($3::bigint[])
    ) ${OF_KIND('address')}`,
} as const satisfies Record<MatchedKind, string>
