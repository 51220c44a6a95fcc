import { LINK_KINDS, ROLES_IN_OCCURRENCES } from '#kernel/parties/words.ts'
import { keysOf } from '#platform/edge.ts'
import { code, COMMON, day, reference } from '../fields.ts'
import { defineKind } from './define.ts'

/** Parties as roles and links name them. */
export const PARTIES = {
  person: 'Person',
  organisation: 'Organisation',
  address: 'Address',
  vehicle: 'Vehicle',
  phone: 'Phone',
} as const

/** The kind of file in which each stands: what staged rows name it by. */
const EXTRACT_OF_PARTY: Readonly<Record<string, string>> = {
  person: 'people',
  organisation: 'organisations',
  address: 'addresses',
  vehicle: 'vehicles',
  phone: 'phones',
}
const extractOf = (party: string): string => EXTRACT_OF_PARTY[party] ?? party

const BASES = { fact: 'Fact', opinion: 'Opinion' } as const
const wordsOf = <Code extends string>(codes: Readonly<Record<Code, unknown>>, words: (code: Code) => string) =>
  Object.fromEntries(keysOf(codes).map((one) => [one, words(one)]))

export const roles = defineKind({
  words: { many: 'Roles', one: 'role' },
  fields: {
    number: reference('Number of the occurrence'),
    partyKind: code('What has the role', PARTIES, 'person'),
    party: reference('Its number'),
    role: {
      ...code(
        'Role',
        wordsOf(ROLES_IN_OCCURRENCES, (one) => ROLES_IN_OCCURRENCES[one].words),
      ),
      required: true,
    },
    basis: code('Fact or opinion', BASES, 'fact'),
    ...COMMON,
  },
  columns: { number: 'text', party_kind: 'text', party: 'text', role: 'text', category: 'text', basis: 'text' },
  row(cells) {
    const [number, kind, party, role] = [
      cells.text('number'),
      cells.code('partyKind'),
      cells.text('party'),
      cells.code('role'),
    ]
    const known = keysOf(ROLES_IN_OCCURRENCES).find((one) => one === role)
    const category = known === undefined ? 'other' : ROLES_IN_OCCURRENCES[known].category
    return {
      reference: [number, kind, party, role].join('|'),
      values: [number, extractOf(kind), party, role, category, cells.code('basis')],
    }
  },
})

export const links = defineKind({
  words: { many: 'Links', one: 'link' },
  fields: {
    fromKind: code('What is tied', PARTIES, 'person'),
    from: reference('Its number'),
    link: {
      ...code(
        'How',
        wordsOf(LINK_KINDS, (one) => LINK_KINDS[one].there),
      ),
      required: true,
    },
    toKind: { ...code('To what', PARTIES), required: true },
    to: reference('The number of that'),
    validFrom: day('Since'),
    validTo: day('Until'),
    basis: code('Fact or opinion', BASES, 'fact'),
    ...COMMON,
  },
  columns: {
    from_kind: 'text',
    from_party: 'text',
    kind: 'text',
    to_kind: 'text',
    to_party: 'text',
    valid_from: 'date',
    valid_to: 'date',
    basis: 'text',
  },
  row(cells) {
    const [fromKind, from, kind] = [cells.code('fromKind'), cells.text('from'), cells.code('link')]
    const [toKind, to] = [cells.code('toKind'), cells.text('to')]
    if (fromKind === toKind && from === to) cells.fail('to', 'It is tied to itself.')
    const [since, until] = [cells.day('validFrom'), cells.day('validTo')]
    if (since !== null && until !== null && until < since) cells.fail('validTo', 'It ends before it begins.')
    return {
      reference: [fromKind, from, kind, toKind, to, since ?? ''].join('|'),
      values: [extractOf(fromKind), from, kind, extractOf(toKind), to, since, until, cells.code('basis')],
    }
  },
})
