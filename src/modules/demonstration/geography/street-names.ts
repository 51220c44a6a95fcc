import { pick, weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { PlaceKind } from './place.ts'

// Ordinary words of which street names in England are made; put together at random, so none is meant to be anywhere.
const WORDS =
  `Abbey Acorn Albert Alma Amber Arden Ash Aspen Badger Barley Barn Beech Bell Birch Blackthorn Bluebell Bramble
Bridge Briar Brook Buckler Canal Castle Cedar Chalk Chapel Charlotte Cherry Chestnut Clover College Coopers Copse Corn
Cricket Crown Dairy Damson Dean Dove Down Elder Elm Farm Fern Field Finch Fletcher Foundry Fox Garden George Glebe
Gorse Grange Green Grove Harvest Hawthorn Hazel Heath Heron Hill Holly Hop Ivy Jasmine Juniper Kestrel Kiln King Lark
Laurel Lavender Lime Linden Lock Lower Malt Manor Maple Market Martin Mason Meadow Mill Mulberry Nelson New Nightingale
Oak Old Orchard Osier Park Parsonage Pear Pheasant Pine Plough Poplar Primrose Priory Quarry Queen Railway Raven Rectory
Ridge River Robin Rose Rowan Rush Saddlers Sandpit School Shepherds Smithy Spinney Spring Stable Station Stone Swallow
Sycamore Tanners Tithe Tower Upper Vale Victoria Vine Walnut Water Waterloo Weavers Wellington West Wheat White Willow
Windmill Wood Wren Yew York`.split(/\s+/)

const URBAN = weightedChoice([
  ['Road', 30],
  ['Close', 22],
  ['Street', 12],
  ['Avenue', 10],
  ['Drive', 9],
  ['Way', 7],
  ['Crescent', 5],
  ['Gardens', 5],
  ['Court', 5],
  ['Walk', 3],
  ['Place', 3],
  ['Lane', 4],
  ['Mews', 2],
])
const RURAL = weightedChoice([
  ['Lane', 30],
  ['Road', 20],
  ['Close', 20],
  ['Street', 8],
  ['Hill', 5],
  ['End', 5],
  ['Way', 4],
  ['Green', 3],
])

/** A street's name for such a place. Wherever there is a street called `High Street`, it is its first. */
export function streetName(random: Random, place: PlaceKind, first: boolean): string {
  if (first && (place === 'centre' || place === 'town' || place === 'village')) return 'High Street'
  const word = pick(random, WORDS)
  const possessive = chanceDraw(random, 0.04) && !word.endsWith('s') ? `${word}’s` : word
  return `${possessive} ${place === 'village' ? RURAL(random) : URBAN(random)}`
}
