import type { NameDictionary } from '#kernel/parties/name-dictionary.ts'
import type { LinkKind, PartyKind } from '#kernel/parties/words.ts'
import type { CopyValue } from './copy-rows.ts'

/** Who may see something. */
export interface Guards {
  readonly marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'
  readonly compartment: number | null
}
export const OPEN: Guards = { marking: 'OFFICIAL', compartment: null }

const COLUMNS = {
  party: 'id, kind, identity_id, source, source_reference, label, marking, compartment_id, known_at',
  person: 'party_id, sex, birth_date, birth_precision, ethnicity, marking, compartment_id',
  organisation: 'party_id, kind, registered_number',
  address: 'party_id, flat, building, number, street, locality, town, postcode, location_id',
  vehicle: 'party_id, mark, make, model, colour',
  phone: 'party_id, number',
  party_name: `id, party_id, kind, given_names, family_name, full_name, birth_date, born, tokens, pairs, valid_to, marking, compartment_id`,
  party_link: `id, from_party, to_party, kind, valid_from, valid_to, basis, source, occurrence_id, marking, compartment_id, known_at`,
  party_marker: 'id, party_id, kind, words, starts_on, review_on, source, marking, compartment_id',
} as const
export type PartyTable = keyof typeof COLUMNS
export const PARTY_TABLES = [
  'party',
  'person',
  'organisation',
  'address',
  'vehicle',
  'phone',
  'party_name',
  'party_link',
  'party_marker',
] as const satisfies readonly PartyTable[]

export function columnsOf(table: PartyTable): string {
  return COLUMNS[table]
}

/** The next ids of what has them from a sequence. */
export interface Ids {
  party: number
  name: number
  link: number
}

const LETTERS: Readonly<Record<PartyKind, string>> = {
  person: 'N',
  organisation: 'O',
  address: 'A',
  vehicle: 'V',
  phone: 'P',
}

/** The source's number for a party: `DN0012345`. */
export function referenceOf(kind: PartyKind, id: number): string {
  return `D${LETTERS[kind]}${String(id).padStart(7, '0')}`
}

export interface NameToStore {
  readonly kind: string
  readonly given: string
  readonly family: string
  readonly full: string
  /** Of the main name the person's; another may come with one of its own. */
  readonly birthDate: string | null
  /** The day that the search goes by. */
  readonly born: string | null
}

/** Rows of parties, table by table, until they are sent. */
export class PartyRows {
  readonly rows: Readonly<Record<PartyTable, CopyValue[][]>> = {
    party: [],
    person: [],
    organisation: [],
    address: [],
    vehicle: [],
    phone: [],
    party_name: [],
    party_link: [],
    party_marker: [],
  }
  readonly #ids: Ids
  readonly #dictionary: NameDictionary

  constructor(ids: Ids, dictionary: NameDictionary) {
    this.#ids = ids
    this.#dictionary = dictionary
  }

  /** A party of its own identity; gives its id. */
  party(kind: PartyKind, label: string, knownAt: string, { marking, compartment }: Guards = OPEN): number {
    const id = this.#ids.party++
    this.rows.party.push([id, kind, id, 'demonstration', referenceOf(kind, id), label, marking, compartment, knownAt])
    return id
  }

  name(party: number, name: NameToStore, { marking, compartment }: Guards = OPEN): void {
    const { kind, given, family, full, birthDate, born } = name
    const tokens = this.#dictionary.tokensOf(full)
    const pairs = this.#dictionary.pairsOfPerson(tokens, born)
    this.#name(party, [kind, given, family, full, birthDate, born], { tokens, pairs }, marking, compartment)
  }

  /** What an organisation or an address is called. */
  words(party: number, kind: 'main' | 'alias', text: string): void {
    const tokens = this.#dictionary.tokensOfText(text)
    const pairs = this.#dictionary.pairsOf(tokens)
    this.#name(party, [kind, '', '', text, null, null], { tokens, pairs }, 'OFFICIAL', null)
  }

  link(
    kind: LinkKind,
    from: number,
    to: number,
    when: { readonly from: string | null; readonly to?: string | null; readonly knownAt: string },
    { marking, compartment }: Guards = OPEN,
    occurrence: number | null = null,
  ): void {
    const basis = occurrence === null ? 'fact' : 'opinion'
    const { knownAt } = when
    this.rows.party_link.push([
      this.#ids.link++,
      from,
      to,
      kind,
      when.from,
      when.to ?? null,
      basis,
      'demonstration',
      occurrence,
      marking,
      compartment,
      knownAt,
    ])
  }

  #name(
    party: number,
    name: readonly CopyValue[],
    found: { readonly tokens: readonly number[]; readonly pairs: readonly number[] },
    marking: string,
    compartment: number | null,
  ): void {
    const words = [`{${found.tokens.join(',')}}`, `{${found.pairs.join(',')}}`]
    this.rows.party_name.push([this.#ids.name++, party, ...name, ...words, null, marking, compartment])
  }
}
