import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { addressLabel } from '#kernel/parties/addresses/parts.ts'
import { readAddress } from '#kernel/parties/addresses/read-address.ts'
import { wordsOfName, wordsOfText } from '#kernel/parties/rules/name-words.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { announceStored, isMatched } from '#kernel/parties/matching/announce.ts'
import { classOf, pairsOf, pairsOfPerson } from '#kernel/parties/rules/name-pairs.ts'
import { idsOf, storeWords } from '#kernel/parties/store-words.ts'
import type { LinkKind, PartyKind } from '#kernel/parties/words.ts'

export interface PersonToStore {
  readonly given: string
  readonly family: string
  readonly birth: { readonly date: CivilDate; readonly precision: 'day' | 'month' | 'year' | 'about' } | null
  readonly sex: 'female' | 'male' | 'other' | null
}

/** Somebody entered by hand, open to the whole force; gives the id. */
export async function storePerson(tx: Tx, { given, family, birth, sex }: PersonToStore): Promise<number> {
  const id = await storeParty(tx, 'person', given === '' ? family.toUpperCase() : `${family.toUpperCase()}, ${given}`)
  await tx.db
    .insertInto('person')
    .values({ party_id: id, sex, birth_date: birth?.date ?? null, birth_precision: birth?.precision ?? null })
    .execute()
  const full = given === '' ? family : `${given} ${family}`
  const words = wordsOfName(full)
  const born = birth?.date ?? null
  await storeName(tx, id, { given, family, full, born, words, pairs: pairsOfPerson(words.map(classOf), born) })
  return id
}

/** Where they live: the address's page here, or an address as it is written, which is entered where it is not known. */
export async function storeHome(tx: Tx, person: number, typed: string): Promise<number> {
  const chosen = /(?:^|\/)addresses\/([1-9]\d{0,14})$/.exec(typed.trim())?.[1]
  const known = chosen === undefined ? await findAddress(tx, typed) : await visible(tx, 'address', Number(chosen))
  if (chosen !== undefined && known === undefined)
    throw new Invalid({
      address: 'There is no such address that you may open. Choose it from the list, or write it out',
    })
  const home = known ?? (await storeAddress(tx, typed))
  await storeLink(tx, person, home, 'lives-at')
  return home
}

/** A phone that they use, entered where its number is not known. */
export async function storePhone(tx: Tx, person: number, number: string): Promise<number> {
  const known = await tx.db
    .selectFrom('phone')
    .select('party_id')
    .where('number', '=', number)
    .orderBy('party_id')
    .executeTakeFirst()
  const phone = known?.party_id ?? (await storeParty(tx, 'phone', number.replace(/^44(?=\d{9,10}$)/, '0')))
  if (known === undefined) await tx.db.insertInto('phone').values({ party_id: phone, number }).execute()
  await storeLink(tx, person, phone, 'uses-phone')
  return phone
}

async function storeParty(tx: Tx, kind: PartyKind, label: string): Promise<number> {
  const { id } = await tx.db
    .insertInto('party')
    .values({ kind, source: 'entered', label, added_by: tx.reader.account, known_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isMatched(kind)) await announceStored(tx, [id])
  return id
}

interface NameToStore {
  readonly given: string
  readonly family: string
  readonly full: string
  readonly born: CivilDate | null
  readonly words: readonly string[]
  readonly pairs: readonly number[]
}

async function storeName(
  tx: Tx,
  party: number,
  { given, family, full, born, words, pairs }: NameToStore,
): Promise<void> {
  const tokens = idsOf(words, await storeWords(tx, words))
  await tx.db
    .insertInto('party_name')
    .values({
      party_id: party,
      kind: 'main',
      given_names: given,
      family_name: family,
      full_name: full,
      birth_date: born,
      born,
      tokens,
      pairs: [...pairs],
    })
    .execute()
}

async function visible(tx: Tx, kind: PartyKind, id: number): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('party')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.id
}

/** An address that is written just like this in its parts. */
async function findAddress(tx: Tx, typed: string): Promise<number | undefined> {
  const { flat, building, number, street, postcode } = readAddress(typed)
  if (postcode === '' || (number === '' && building === '')) return undefined
  const row = await tx.db
    .selectFrom('address')
    .select('party_id')
    .where('postcode', '=', postcode)
    .where('flat', '=', flat)
    .where('building', '=', building)
    .where('number', '=', number)
    .where('street', '=', street)
    .orderBy('party_id')
    .executeTakeFirst()
  return row?.party_id
}

async function storeAddress(tx: Tx, typed: string): Promise<number> {
  const parts = readAddress(typed)
  const label = addressLabel(parts)
  const id = await storeParty(tx, 'address', label)
  await tx.db
    .insertInto('address')
    .values({ party_id: id, ...parts, postcode: parts.postcode === '' ? null : parts.postcode })
    .execute()
  const words = wordsOfText(label)
  const pairs = pairsOf(words.map(classOf))
  await storeName(tx, id, { given: '', family: '', full: label, born: null, words, pairs })
  return id
}

async function storeLink(tx: Tx, from: number, to: number, kind: LinkKind): Promise<void> {
  await tx.db
    .insertInto('party_link')
    .values({ from_party: from, to_party: to, kind, source: 'entered', known_at: tx.now })
    .execute()
}
