import { addressKey, addressLabel } from '#kernel/parties/addresses/parts.ts'
import { readAddressColumns } from '#kernel/parties/addresses/read-address.ts'
import { wordsOfName, wordsOfText } from '#kernel/parties/rules/name-words.ts'
import { pointOf } from '../cells.ts'
import { code, COMMON, day, number, POINT, reference, text } from '../fields.ts'
import { arrayText, defineKind, type RowContext } from './define.ts'

export const SEXES = { female: 'Female', male: 'Male', other: 'Other' } as const

export const people = defineKind({
  words: { many: 'People', one: 'person' },
  fields: {
    reference: reference('Number of the person', 'By which other files name them'),
    familyName: text('Family name', 200),
    givenNames: text('Given names', 200),
    fullName: text('Whole name', 300, 'Where it is one column; otherwise it is made of the two'),
    sex: code('Sex', SEXES),
    birthDate: { label: 'Date of birth', type: { is: 'birth' } },
    diedOn: day('Died on'),
    ethnicity: text('Ethnicity, self-defined', 100),
    ...COMMON,
  },
  columns: {
    label: 'text',
    family_name: 'text',
    given_names: 'text',
    full_name: 'text',
    words: 'text[]',
    sex: 'text',
    birth_date: 'date',
    birth_precision: 'text',
    died_on: 'date',
    ethnicity: 'text',
  },
  row(cells, context) {
    const [family, given] = [cells.text('familyName'), cells.text('givenNames')]
    const full = cells.text('fullName') || [given, family].filter((part) => part !== '').join(' ')
    if (full === '') cells.fail('familyName', 'There is no name. Where it is not known, write so: “unknown male”.')
    const birth = cells.birth('birthDate')
    const died = cells.day('diedOn')
    if (birth !== null && birth.day > context.today) cells.fail('birthDate', 'The date of birth is in the future.')
    if (birth !== null && died !== null && died < birth.day) cells.fail('diedOn', 'This is before the date of birth.')
    return {
      reference: cells.text('reference'),
      values: [
        labelOf(family, given, full),
        family,
        given,
        full,
        words(wordsOfName(full), context),
        cells.code('sex') || null,
        birth?.day ?? null,
        birth?.precision ?? null,
        died,
        cells.text('ethnicity') || null,
      ],
    }
  },
})

export const NAME_KINDS = {
  alias: 'Alias',
  former: 'Former name',
  nickname: 'Nickname',
  'other-script': 'Name in another script',
} as const

export const names = defineKind({
  words: { many: 'Other names', one: 'other name' },
  fields: {
    person: reference('Number of the person'),
    kind: code('Kind of name', NAME_KINDS, 'alias'),
    familyName: text('Family name', 200),
    givenNames: text('Given names', 200),
    fullName: text('Whole name', 300),
    birthDate: { label: 'Date of birth that goes with it', type: { is: 'birth' } },
    ...COMMON,
  },
  columns: {
    person: 'text',
    kind: 'text',
    family_name: 'text',
    given_names: 'text',
    full_name: 'text',
    words: 'text[]',
    birth_date: 'date',
  },
  row(cells, context) {
    const [family, given] = [cells.text('familyName'), cells.text('givenNames')]
    const full = cells.text('fullName') || [given, family].filter((part) => part !== '').join(' ')
    if (full === '') cells.fail('fullName', 'There is no name.')
    const [person, kind, birth] = [cells.text('person'), cells.code('kind'), cells.birth('birthDate')]
    const day = birth?.precision === 'day' ? birth.day : null
    return {
      reference: [person, kind, full, day ?? ''].join('|'),
      values: [person, kind, family, given, full, words(wordsOfName(full), context), day],
    }
  },
})

export const ORGANISATION_KINDS = {
  business: 'Business',
  charity: 'Charity',
  school: 'School',
  health: 'Health',
  'public-body': 'Public body',
  faith: 'Place of worship',
  'licensed-premises': 'Licensed premises',
  other: 'Other',
} as const

export const organisations = defineKind({
  words: { many: 'Organisations', one: 'organisation' },
  fields: {
    reference: reference('Number of the organisation'),
    name: { label: 'Name', type: { is: 'text', most: 300 }, required: true },
    kind: code('Kind', ORGANISATION_KINDS, 'other'),
    registeredNumber: text('Registered number', 40),
    ...COMMON,
  },
  columns: { label: 'text', words: 'text[]', kind: 'text', registered_number: 'text' },
  row(cells, context) {
    const name = cells.text('name')
    return {
      reference: cells.text('reference'),
      values: [name, words(wordsOfText(name), context), cells.code('kind'), cells.text('registeredNumber') || null],
    }
  },
})

/** An index entry has to hold it, whatever its letters. */
const MOST_OF_KEY = 600

export const addresses = defineKind({
  words: { many: 'Addresses', one: 'address' },
  fields: {
    reference: reference('Number of the address', 'By which other files name it'),
    address: text('Whole address', 500, 'Where it is one column'),
    flat: text('Flat or unit'),
    building: text('Name of the building'),
    number: text('Number in the street', 40),
    street: text('Street'),
    locality: text('Locality'),
    town: text('Town'),
    postcode: text('Postcode', 12),
    uprn: number('UPRN', 1, 999_999_999_999),
    ...POINT,
    ...COMMON,
  },
  columns: {
    key: 'text',
    label: 'text',
    words: 'text[]',
    flat: 'text',
    building: 'text',
    number: 'text',
    street: 'text',
    locality: 'text',
    town: 'text',
    postcode: 'text',
    uprn: 'bigint',
    longitude: 'float8',
    latitude: 'float8',
  },
  row(cells, context) {
    const parts = readAddressColumns({
      text: cells.text('address'),
      flat: cells.text('flat'),
      building: cells.text('building'),
      number: cells.text('number'),
      street: cells.text('street'),
      locality: cells.text('locality'),
      town: cells.text('town'),
      postcode: cells.text('postcode'),
    })
    const key = addressKey(parts)
    if (key === '') cells.fail(cells.has('address') ? 'address' : 'street', 'There is no address.')
    if (key.length > MOST_OF_KEY) cells.fail('address', 'The address is too long.')
    const label = addressLabel(parts)
    const point = pointOf(cells)
    return {
      reference: cells.text('reference'),
      values: [
        key,
        label,
        words(wordsOfText(label), context),
        parts.flat,
        parts.building,
        parts.number,
        parts.street,
        parts.locality,
        parts.town,
        parts.postcode || null,
        cells.number('uprn'),
        point?.longitude ?? null,
        point?.latitude ?? null,
      ],
    }
  },
})

function words(of: readonly string[], context: RowContext): string {
  for (const word of of) context.words.add(word)
  return arrayText(of)
}

/** "SMITH, John Paul". */
function labelOf(family: string, given: string, full: string): string {
  if (family === '') return full
  return given === '' ? family.toUpperCase() : `${family.toUpperCase()}, ${given}`
}
