import { weightedChoice } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'

export interface Vehicle {
  readonly mark: string
  readonly make: string
  readonly model: string
  readonly colour: string
}

const MODELS = weightedChoice(
  `Ford Fiesta 20|Ford Focus 15|Vauxhall Corsa 16|Vauxhall Astra 12|Volkswagen Golf 13|Volkswagen Polo 8|BMW 3 Series 8|BMW 1 Series 5
Audi A3 7|Audi A4 5|Toyota Yaris 6|Toyota Prius 4|Nissan Qashqai 9|Nissan Micra 4|Mercedes-Benz C Class 6|Peugeot 208 5
Peugeot 207 4|Renault Clio 6|Mini Cooper 5|Kia Sportage 5|Hyundai Tucson 4|Hyundai i10 4|Honda Civic 5|Honda Jazz 4|Skoda Octavia 4
Fiat 500 5|Land Rover Discovery 3|Range Rover Evoque 4|Ford Transit 8|Vauxhall Vivaro 3|Citroën Berlingo 3|Tesla Model 3 2
Seat Leon 4|Mazda 3 2|Volvo XC60 2|Yamaha MT-07 1|Honda CB125F 1|Piaggio Zip 1`
    .split(/[|\n]/)
    .map((line) => {
      const [, make = '', model = '', weight = '1'] = /^(Land Rover|Range Rover|\S+) (.+) (\d+)$/.exec(line) ?? []
      return [{ make, model }, Number(weight)] as const
    }),
)
const COLOURS = weightedChoice([
  ['Black', 20],
  ['Grey', 20],
  ['White', 18],
  ['Blue', 16],
  ['Silver', 12],
  ['Red', 9],
  ['Green', 3],
  ['Orange', 1],
  ['Yellow', 1],
])
// The first letters of today's marks name a place; no place was ever given these, so no vehicle has such a mark.
const FIRST = 'JTU'
const LETTERS = 'ABCDEFGHJKLMNOPRSTUVWXY'
const PRIME = 7_654_321

/** A vehicle with the mark of that number: each number has a mark of its own, and neighbours' marks are nothing alike. */
export function vehicleOf(random: Random, number: number, year: number): Vehicle {
  const age = Math.min(22, Math.floor(-8 * Math.log(1 - random.next())))
  const two = (year - age) % 100
  // Registered from March, or from September: 51 to 75, and so on.
  const registered = String(random.next() < 0.5 ? two : (two + 50) % 100).padStart(2, '0')
  const spread = (number * PRIME) % (FIRST.length * LETTERS.length ** 4)
  const letters = [0, 1, 2, 3].map((place) =>
    LETTERS.charAt(Math.floor(spread / LETTERS.length ** place) % LETTERS.length),
  )
  const first = FIRST.charAt(Math.floor(spread / LETTERS.length ** 4))
  return {
    mark: `${first}${letters[3] ?? ''}${registered}${letters.slice(0, 3).join('')}`,
    ...MODELS(random),
    colour: COLOURS(random),
  }
}

/**
 * The phone of that number, with the country's code. The first thousand are those kept free for drama (07700 900 000 and on), the
 * rest begin with 0710, of which no operator is known to have any (from knowledge, unverified).
 */
export function phoneNumber(number: number): string {
  if (number < 1000) return `447700900${String(number).padStart(3, '0')}`
  return `44710${String((number * PRIME) % 9_999_991)
    .padStart(8, '0')
    .slice(-7)}`
}
