import type { AddressParts } from './parts.ts'

/** By what a door is told from its neighbours: what is inside the building, and the building's number; '' where it has none. */
export interface Door {
  readonly flat: string
  readonly number: string
}

/** Homes in a building: which word somebody chose says nothing. A room or an office is another thing than the flat of its number. */
const HOME =
  /^(?:flat|flt|apartment|apt|maisonette|studio)\.?\s*(?:no\.?\s*)?#?\s*([a-z]|\d+[a-z]?(?:[-/]\d*[a-z]?)?)$/i
const INSIDE_BEFORE_NUMBER = /^(\d+[A-Z]?)\/(\d+[A-Z]?)$/

/**
 * The door of an address, the same however it is written: "Flat 5, 12 High Street", "Apartment 5 of 12" and "5/12 High Street" are
 * one. Two numbers of next-door houses are one building instead: "12/14" is "12-14".
 */
export function doorOf({ flat, number }: Pick<AddressParts, 'flat' | 'number'>): Door {
  const inside = (HOME.exec(flat.trim())?.[1] ?? flat.trim()).toUpperCase()
  const whole = number.replaceAll(/\s+/g, '').toUpperCase()
  const [, first = '', second = ''] = INSIDE_BEFORE_NUMBER.exec(whole) ?? []
  if (areNextDoor(first, second)) return { flat: inside, number: `${first}-${second}` }
  if (inside !== '' || second === '') return { flat: inside, number: whole }
  return { flat: first, number: second }
}

/** On one side of a street: 12 and 14. */
function areNextDoor(first: string, second: string): boolean {
  return /^\d+$/.test(first) && Number(second) - Number(first) === 2
}
