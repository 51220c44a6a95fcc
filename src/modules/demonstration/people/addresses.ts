import { pick } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { spacedPostcode, type AddressParts } from '#kernel/parties/addresses/parts.ts'
import type { DistrictCode } from '../geography/districts.ts'
import type { PlaceKind } from '../geography/place.ts'
import type { PlacedPoint } from '../occurrences/ward-streets.ts'
import { britishSurname } from './names/british-surnames.ts'
import { wordsOf } from './names/by-frequency.ts'

/**
 * An address as an officer would write it down. The district of its postcode has a number (60 to 97) that the Post Office has
 * given to none of these towns.
 */
export interface Address extends AddressParts {
  /** Number of its street point in the list of all points. */
  readonly point: number
}

const TOWNS: Readonly<Record<DistrictCode, readonly [town: string, postcodeArea: string]>> = {
  'aylesbury-vale': ['Aylesbury', 'HP'],
  'bracknell-forest': ['Bracknell', 'RG'],
  cherwell: ['Banbury', 'OX'],
  chiltern: ['Amersham', 'HP'],
  'milton-keynes': ['Milton Keynes', 'MK'],
  oxford: ['Oxford', 'OX'],
  reading: ['Reading', 'RG'],
  slough: ['Slough', 'SL'],
  'south-bucks': ['Beaconsfield', 'HP'],
  'south-oxfordshire': ['Didcot', 'OX'],
  'vale-of-white-horse': ['Abingdon', 'OX'],
  'west-berkshire': ['Newbury', 'RG'],
  'west-oxfordshire': ['Witney', 'OX'],
  'windsor-and-maidenhead': ['Windsor', 'SL'],
  wokingham: ['Wokingham', 'RG'],
  wycombe: ['High Wycombe', 'HP'],
}

const HOUSE = wordsOf('Cottage House Lodge Villa Barn Farm')
const HOUSE_WORDS =
  wordsOf(`Rose Ivy Orchard Willow Oak Holly Yew Mill Church Hill Meadow Brook Forge Bakery School Chapel Corner
Well Stable Garden Manor Lavender Pear_Tree Apple_Tree The_Old Little Bramble Primrose Honeysuckle Swallow`)
const BLOCK = wordsOf('House Court Point Heights Lodge')
/** Share of points with a block of flats. */
const BLOCKS = { centre: 0.55, town: 0.2, estate: 0.35, suburb: 0.1, village: 0.02 } as const satisfies Record<
  PlaceKind,
  number
>
// Letters that the second half of a postcode may end with.
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const TO_A_POSTCODE = 18

/**
 * The addresses of a ward, `count` of them, point by point: `firstOf[i]` is the first at the ward's point i, and the last entry
 * their number. Every point that is a street has some.
 */
export function layAddresses(
  random: Random,
  points: readonly PlacedPoint[],
  firstPoint: number,
  wardNumber: number,
  count: number,
): { addresses: Address[]; firstOf: Int32Array } {
  const share = points.map(({ use }) => (use === 'street' ? 0.5 + random.next() : 0))
  const total = share.reduce((sum, one) => sum + one, 0)
  const firstOf = new Int32Array(points.length + 1)
  const addresses: Address[] = []
  const numbers = new Map<string, number>()
  let aim = 0
  let postcodes = 0
  for (const [i, point] of points.entries()) {
    firstOf[i] = addresses.length
    aim += (count * (share[i] ?? 0)) / (total || 1)
    const here = Math.round(aim) - addresses.length
    const street = point.text.replace(/^On or near /, '')
    const [town, area] = TOWNS[point.ward.district]
    const block = here >= 6 && chanceDraw(random, BLOCKS[point.ward.place])
    const blockName = block ? `${britishSurname(random)} ${pick(random, BLOCK)}` : ''
    let number = numbers.get(street) ?? 0
    if (block) number++
    for (let k = 0; k < here; k++) {
      if (k % TO_A_POSTCODE === 0) postcodes++
      const named = !block && point.ward.place === 'village' && chanceDraw(random, 0.3)
      if (!block) number += chanceDraw(random, 0.05) ? 2 : 1
      addresses.push({
        flat: block ? `Flat ${k + 1}` : '',
        building: block ? blockName : named ? `${pick(random, HOUSE_WORDS)} ${pick(random, HOUSE)}` : '',
        number: named ? '' : String(number),
        street,
        locality: point.ward.name === town ? '' : point.ward.name,
        town,
        postcode: postcode(area, wardNumber, postcodes),
        point: firstPoint + i,
      })
    }
    numbers.set(street, number)
  }
  firstOf[points.length] = addresses.length
  return { addresses, firstOf }
}

/** The same address as somebody else writes it, for a second record of it. */
export function writtenOtherwise(random: Random, address: Address): Address {
  const short: readonly (readonly [RegExp, string])[] = [
    [/ Road$/, ' Rd'],
    [/ Street$/, ' St'],
    [/ Avenue$/, ' Ave'],
    [/ Close$/, ' Cl'],
    [/ Drive$/, ' Dr'],
    [/ Lane$/, ' La'],
    [/ Crescent$/, ' Cres'],
    [/ Gardens$/, ' Gdns'],
    [/’/, ''],
  ]
  const street = short.reduce((text, [pattern, becomes]) => text.replace(pattern, becomes), address.street)
  const unit = address.flat.replace('Flat ', '')
  if (unit !== '' && chanceDraw(random, 0.5))
    return { ...address, street, flat: '', building: '', number: `${unit}/${address.number}` }
  if (unit !== '') return { ...address, street, flat: `Apartment ${unit}` }
  return chanceDraw(random, 0.4) ? { ...address, street, postcode: '' } : { ...address, street, locality: '' }
}

/** `Flat 2, Maple House, 14 High Street, Reading RG61 4AA`. */
export function addressLabel(address: Address): string {
  const { postcode: code } = address
  return `${addressWords(address)}${code === '' ? '' : ` ${spacedPostcode(code)}`}`
}

/** The same without the postcode. */
export function addressWords({ flat, building, number, street, locality, town }: Address): string {
  const line = [number, street].filter((part) => part !== '').join(' ')
  return [flat, building, line, locality, town].filter((part) => part !== '').join(', ')
}

function postcode(area: string, ward: number, unit: number): string {
  const district = 60 + (ward % 38)
  const sector = (Math.floor(ward / 38) + 8 * Math.floor(unit / 400)) % 10
  return `${area}${district}${sector}${LETTERS.charAt(Math.floor(unit / 20) % 20)}${LETTERS.charAt(unit % 20)}`
}
