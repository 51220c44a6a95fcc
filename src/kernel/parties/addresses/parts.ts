/** An address of the United Kingdom in its parts; what it does not have is ''. */
export interface AddressParts {
  /** "Flat 2", "Room 11", "Unit 3B": what is inside a building. */
  readonly flat: string
  /** The building's name: "The Old Barn", "PO Box 12". */
  readonly building: string
  /** Its number in the street: "14A", "12-16". */
  readonly number: string
  readonly street: string
  readonly locality: string
  readonly town: string
  /** Without its space: `OX14AA`. */
  readonly postcode: string
}

export const NO_PARTS: AddressParts = {
  flat: '',
  building: '',
  number: '',
  street: '',
  locality: '',
  town: '',
  postcode: '',
}

const LINES = ['flat', 'building', 'number', 'street', 'locality', 'town'] as const

/**
 * What two ways of writing the same address have in common: it is the same address, and so the same party. Empty for an address
 * that says nothing. Where there is a postcode, locality and town add nothing, and people write them or leave them out.
 */
export function addressKey(parts: AddressParts): string {
  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f'’]/g, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const within = [parts.flat, parts.building, parts.number, parts.street].map(fold)
  if (within.every((part) => part === '') && parts.postcode === '')
    return [parts.locality, parts.town].map(fold).filter(Boolean).join('|')
  const place = parts.postcode === '' ? [parts.locality, parts.town].map(fold).join('|') : parts.postcode.toLowerCase()
  return [...within, place].join('|')
}

/** In one line, as it is shown: "Flat 2, 14A High Street, Oxford, OX1 4AA". */
export function addressLabel(parts: AddressParts): string {
  const street = [parts.number, parts.street].filter((part) => part !== '').join(' ')
  const lines = [parts.flat, parts.building, street, parts.locality, parts.town, spacedPostcode(parts.postcode)]
  return lines.filter((line) => line !== '').join(', ')
}

/** Without its space and in capitals, where it is a postcode; else ''. */
export function readPostcode(text: string): string {
  const packed = text.toUpperCase().replaceAll(/[\s.]+/g, '')
  return POSTCODE.test(packed) ? packed : ''
}

/** As it is written: `OX1 4AA`. */
export function spacedPostcode(postcode: string): string {
  return postcode === '' ? '' : `${postcode.slice(0, -3)} ${postcode.slice(-3)}`
}

/** The parts with what may be said better: spaces closed up, each in the case of names. */
export function tidied(parts: AddressParts): AddressParts {
  const tidy: Record<(typeof LINES)[number], string> = { ...NO_PARTS }
  for (const line of LINES) tidy[line] = inNameCase(parts[line].replaceAll(/\s+/g, ' ').trim())
  return { ...tidy, number: tidy.number.toUpperCase(), postcode: parts.postcode }
}

const POSTCODE = /^(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2})$/
const SMALL = new Set(['of', 'on', 'in', 'the', 'and', 'by', 'le', 'la', 'upon', 'under', 'next', 'at', 'cum', 'juxta'])
const CAPITALS = new Set(['PO', 'BFPO', 'HMP', 'RAF', 'NHS', 'II', 'III', 'IV', 'UK'])

/** "HIGH STREET" and "high street" become "High Street"; what is written in both cases is left as it is. */
export function inNameCase(text: string): string {
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text
  return text
    .toLowerCase()
    .split(' ')
    .map((word, i) => {
      if (CAPITALS.has(word.toUpperCase())) return word.toUpperCase()
      if (/\d/.test(word)) return word.toUpperCase()
      if (i > 0 && SMALL.has(word)) return word
      return word.replaceAll(/(^|[-(])\p{L}/gu, (letter) => letter.toUpperCase())
    })
    .join(' ')
}
