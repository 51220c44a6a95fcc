/** What was typed that is no name: each found by an index of its own. */
export interface Identifiers {
  /** Marks of vehicles, unknown characters as `?` (one) and `*` (any number). */
  readonly marks: readonly string[]
  /** Digits of a phone's number: whole, its beginning, or its end. */
  readonly phones: readonly PhoneDigits[]
  /** Without its space, each unknown character an underline: whole `OX14AA`, its sector `OX14__`, its district `OX1___`. */
  readonly postcode: string | null
  /** What may be a source's own number for something: `TVP/0012345`. */
  readonly references: readonly string[]
}

export interface PhoneDigits {
  readonly digits: string
  readonly part: 'start' | 'end'
}

/** The marks that a registration has had: current, prefix, suffix, and those without a year. Spaces are left out. */
const WHOLE_MARK = /^(?:[A-Z]{2}\d{2}[A-Z]{3}|[A-Z]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-Z]|[A-Z]{3}\d{4})$/
const SHORT_MARK = /^(?:[A-Z]{1,3}\d{1,4}|\d{1,4}[A-Z]{1,3}|[A-Z]{2}\d{2}[A-Z]{1,2})$/
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})$/
const SECTOR = /^[A-Z]{1,2}\d[A-Z\d]?\s\d$/
/** Of one letter only those that there are: the A40 is a road. */
const DISTRICT = /^(?:[A-Z]{2}|[BEGLMNSW])\d[A-Z\d]?$/

/** Fewer digits would be the end of too many numbers. */
const LEAST_OF_PHONE = 4

/** Takes them out of what was typed; `rest` is left for names. What may be either stays in the rest as well. */
export function readIdentifiers(typed: string): Identifiers & { readonly rest: string } {
  const pieces = typed.split(/[\s,;]+/).filter((piece) => piece !== '')
  const left: string[] = []
  const marks = new Set<string>()
  const phones: PhoneDigits[] = []
  const references = new Set<string>()
  let postcode: string | null = null
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    const pair = `${piece} ${pieces[at + 1] ?? ''}`.toUpperCase()
    const phone = phoneFrom(pieces, at, left.length === 0)
    if (postcode === null && (POSTCODE.test(pair) || SECTOR.test(pair))) {
      postcode = pair.replace(' ', '') + (SECTOR.test(pair) ? '__' : '')
      at++
    } else if (WHOLE_MARK.test(pair.replace(' ', '')) && pair.trim().includes(' ')) {
      marks.add(pair.replace(' ', ''))
      at++
    } else if (phone !== null) {
      phones.push(phone)
      at += phone.pieces - 1
    } else {
      const single = readPiece(piece)
      if (single.postcode !== undefined && postcode === null) postcode = single.postcode
      if (single.mark !== undefined) marks.add(single.mark)
      if (single.reference !== undefined) references.add(single.reference)
      if (!single.taken) left.push(piece)
    }
  }
  const alone = pieces.length === 1
  if (alone && /^\d{4,6}$/.test(typed.trim())) phones.push({ digits: typed.trim(), part: 'end' })
  return {
    marks: [...marks],
    phones: phones.map(({ digits, part }) => ({ digits, part })),
    postcode,
    references: [...references],
    rest: left.join(' '),
  }
}

interface ReadPiece {
  readonly mark?: string
  readonly postcode?: string
  readonly reference?: string
  /** It can be nothing else, so it is no word of a name. */
  readonly taken: boolean
}

function readPiece(piece: string): ReadPiece {
  const upper = piece.toUpperCase()
  const plain = upper.replaceAll(/[^A-Z0-9]/g, '')
  const [, out = '', inward = ''] = POSTCODE.exec(upper) ?? []
  if (out !== '') return { postcode: out + inward, taken: true }
  if (isPattern(upper)) return { mark: upper, taken: true }
  if (WHOLE_MARK.test(plain)) return { mark: plain, reference: upper, taken: true }
  const reference = /\d/.test(piece) && plain.length >= 5 ? { reference: upper } : {}
  if (DISTRICT.test(upper)) return { ...reference, postcode: `${upper}___`, mark: `${plain}*`, taken: true }
  if (SHORT_MARK.test(plain) && plain.length >= 3) return { ...reference, mark: `${plain}*`, taken: false }
  // Letters and figures that no name has together, and no house's number either.
  return { ...reference, taken: /\d/.test(plain) && (plain.length >= 8 || (plain.length >= 6 && /\d{3}/.test(plain))) }
}

/** With a figure or a `?` in it, it is part of a mark; `smi*` is the beginning of a name. */
function isPattern(upper: string): boolean {
  const known = upper.replaceAll(/[?*]/g, '')
  return (
    /^[A-Z0-9?*]{2,12}$/.test(upper) &&
    /[?*]/.test(upper) &&
    known.length >= 2 &&
    (/[\d?]/.test(upper) || upper.startsWith('*'))
  )
}

/** A phone's number typed in one piece or in several, or the end of one after dots: `...4567`. */
function phoneFrom(
  pieces: readonly string[],
  from: number,
  first: boolean,
): (PhoneDigits & { readonly pieces: number }) | null {
  const ending = /^(?:\.{2,}|…|\*)(\d{4,})$/.exec(pieces[from] ?? '')?.[1]
  if (ending !== undefined) return { digits: ending, part: 'end', pieces: 1 }
  let text = ''
  let count = 0
  while (from + count < pieces.length && /^[+(]?\d[\d()\-.]*$/.test(pieces[from + count] ?? '')) {
    text += pieces[from + count] ?? ''
    count++
  }
  const digits = text.replaceAll(/\D/g, '')
  const dialled = text.startsWith('+') || text.startsWith('(0') || digits.startsWith('0')
  if (digits.length < (dialled ? LEAST_OF_PHONE : first ? 7 : 8) || digits.length > 15) return null
  // A mark or a number of the records system is not dialled.
  if (!dialled && count === 1) return { digits, part: 'end', pieces: 1 }
  return { ...numberOf(text, digits), pieces: count }
}

/** As it is kept: with the country's code and no plus. */
function numberOf(text: string, digits: string): PhoneDigits {
  if (text.startsWith('+')) return { digits: digits.replace(/^440/, '44'), part: 'start' }
  if (digits.startsWith('00')) return { digits: digits.slice(2).replace(/^440/, '44'), part: 'start' }
  if (digits.startsWith('0')) return { digits: `44${digits.slice(1)}`, part: 'start' }
  return { digits, part: 'end' }
}
