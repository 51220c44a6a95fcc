import { beforeAt } from './levels/emails.ts'
import { districtOf } from './levels/codes.ts'
import { nicknameGroup } from './names/groups.ts'
import { nameTokens, phoneticKeys, transliterationKey } from './names/index.ts'
import type { Slot } from './table.ts'

/** A part of a blocking key: what is taken of a value so that records that may be of one person share it. */
export type KeyPart =
  | 'given'
  | 'givenInitial'
  | 'family'
  | 'givenSound'
  | 'anyName'
  | 'birth'
  | 'birthYear'
  | 'birthMonthDay'
  | 'birthYearMonth'
  | 'postcode'
  | 'district'
  | 'locality'
  | 'address'
  | 'number'
  | 'email'
  | 'emailName'
  | 'phone'
  | 'identifier'

const KINDS: Readonly<Record<KeyPart, readonly Slot['kind'][]>> = {
  given: ['given'],
  givenInitial: ['given'],
  family: ['family'],
  givenSound: ['given'],
  anyName: ['given', 'family'],
  birth: ['birth'],
  birthYear: ['birth'],
  birthMonthDay: ['birth'],
  birthYearMonth: ['birth'],
  postcode: ['postcode'],
  district: ['postcode'],
  locality: ['locality'],
  address: ['address'],
  number: ['number'],
  email: ['email'],
  emailName: ['email'],
  phone: ['phone'],
  identifier: ['identifier'],
}

/** The slots a part is taken from: empty where the records have no such column. */
export function slotsOfPart(part: KeyPart, slots: readonly Slot[]): number[] {
  const kinds = KINDS[part]
  return [...slots.keys()].filter((slot) => kinds.includes(slots[slot]?.kind ?? 'full'))
}

/** What a part takes of a value: none, one or more texts. */
export function textsOfPart(part: KeyPart, value: string): readonly string[] {
  if (value === '') return []
  switch (part) {
    case 'given':
      return nameTokens(value).slice(0, 2).flatMap(givenKeys)
    case 'givenInitial':
      return [value.slice(0, 1)]
    case 'family':
    case 'givenSound':
      return nameTokens(value).slice(0, 3).flatMap(soundKeys)
    case 'anyName':
      return nameTokens(value)
        .slice(0, 3)
        .flatMap((word) => [...soundKeys(word), ...nicknameGroup(word).slice(0, 3)])
    case 'birth':
      return [value.slice(0, 4) + [value.slice(4, 6), value.slice(6, 8)].toSorted().join('')]
    case 'birthYear':
      return [value.slice(0, 4)]
    case 'birthMonthDay':
      return value.endsWith('0101') ? [] : [value.slice(4)]
    case 'birthYearMonth':
      return [value.slice(0, 6)]
    case 'district':
      return [districtOf(value)]
    case 'emailName':
      return beforeAt(value).length < 4 ? [] : [beforeAt(value)]
    case 'postcode':
    case 'locality':
    case 'address':
    case 'number':
    case 'email':
    case 'phone':
    case 'identifier':
      return [value]
  }
}

function givenKeys(word: string): readonly string[] {
  const groups = nicknameGroup(word).slice(0, 4)
  return groups.length === 0 ? soundKeys(word).slice(0, 1) : groups
}

function soundKeys(word: string): readonly string[] {
  return phoneticKeys(transliterationKey(word)).slice(0, 2)
}
