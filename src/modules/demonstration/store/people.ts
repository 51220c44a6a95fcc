import { integerDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import type { NameDictionary } from '#kernel/parties/name-dictionary.ts'
import type { SchematicGeography } from '../geography/schematic-areas.ts'
import type { PlacedPoint } from '../occurrences/ward-streets.ts'
import type { WardRegister } from '../people/register.ts'
import { planTown, RECORDS_A_PERSON } from '../people/town-plan.ts'
import { drawWardPeople } from '../people/ward-people.ts'
import { copyRows } from './copy-rows.ts'
import type { Making } from './making.ts'
import { columnsOf, type Ids, PARTY_TABLES, PartyRows } from './party-rows.ts'
import type { TruthSink } from './truth.ts'
import { wardParties } from './ward-parties.ts'

/** The town that has people. */
export interface Town {
  /** By code of the ward. */
  readonly registers: ReadonlyMap<string, WardRegister>
  readonly ids: Ids
  readonly dictionary: NameDictionary
  readonly counts: { readonly parties: number; readonly people: number }
}

/** Makes and stores the people, ward by ward: what is held in memory at once is one ward, and a few numbers of each. */
export async function storePeople(
  making: Making,
  { wards }: SchematicGeography,
  points: readonly PlacedPoint[],
  dictionary: NameDictionary,
  truth: TruthSink,
): Promise<Town> {
  const { client, digest, seed } = making
  const random = createRandom(seed).split('people')
  const ids: Ids = { party: 1, name: 1, link: 1 }
  const counted = { people: 0, vehicles: 0, phones: 0 }
  const registers = new Map<string, WardRegister>()
  const lived: { first: number; count: number }[] = []
  const elsewhere = (own: Random): number | null => {
    const before = lived[Math.floor(own.next() * lived.length)]
    return before === undefined ? null : before.first + integerDraw(own, 0, before.count - 1)
  }
  let people = 0
  for (const plan of planTown(wards, making.people)) {
    making.step(`The people of ${plan.ward.name}`)
    const own = random.split(plan.ward.code)
    const firstPoint = points.findIndex(({ ward }) => ward === plan.ward)
    const ofWard = points.filter(({ ward }) => ward === plan.ward)
    const drawn = drawWardPeople(own, plan, ofWard, firstPoint, Number(making.asOf.slice(0, 4)) - 1)
    const rows = new PartyRows(ids, dictionary)
    const register = wardParties(
      {
        making,
        random: own.split('records'),
        people: drawn,
        firstPoint,
        place: plan.ward.name,
        ofAll: making.people / RECORDS_A_PERSON,
        counted,
        truth,
        elsewhere,
      },
      rows,
    )
    registers.set(plan.ward.code, register)
    lived.push({ first: register.addressId, count: drawn.addresses.length })
    people += rows.rows.person.length
    for (const table of PARTY_TABLES) await copyRows(client, digest, table, columnsOf(table), rows.rows[table])
  }
  return { registers, ids, dictionary, counts: { parties: ids.party - 1, people } }
}

/** The words that all names are made of, after all names. */
export async function storeWords({ client, digest }: Making, dictionary: NameDictionary): Promise<number> {
  function* rows() {
    for (const { id, token, sounds, groups, codes, uses } of dictionary.rows())
      yield [id, token, sounds, groups, `{${codes.join(',')}}`, uses] as const
  }
  return copyRows(client, digest, 'name_token', 'id, token, sounds, groups, codes, uses', rows())
}
