import { z } from 'zod'
import { aboutIdentity, getIdentity, identity } from '#kernel/parties/identity.ts'
import { linksOf, linksShown } from '#kernel/parties/links.ts'
import { PARTY_KINDS, type PartyKind } from '#kernel/parties/words.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { id, optionalText, wholeNumber } from '#platform/forms/fields.ts'
import { addressesOf, flatsBeside, knownOfAddress, neighbour, whereabouts, whereaboutsOf } from './known-of-address.ts'
import { knownOfPerson, personsOf } from './known-of-person.ts'
import {
  knownOfOrganisation,
  knownOfPhone,
  knownOfVehicle,
  organisationsOf,
  phonesOf,
  vehiclesOf,
} from './known-of-things.ts'
import { markersOf, markerView } from './markers.ts'
import { namesOf, nameView } from './names.ts'
import { network, networkOf } from './network.ts'
import { countRoles, happening, happeningsOf, roleCount, roleName } from './roles.ts'

/** Everything linked to somebody or something, at this reader's clearance. Days are civil dates, times instants. */
const partyPage = identity.extend({
  names: z.array(nameView).readonly(),
  markers: z.array(markerView).readonly(),
  links: linksShown,
  counts: z.array(roleCount).readonly(),
  happened: z.object({ rows: z.array(happening).readonly(), total: z.int() }),
  asked: z.object({ role: roleName.nullable(), what: z.string().nullable(), page: z.int() }),
  network,
  today: z.string(),
})
export type PartyPage = z.output<typeof partyPage>

const asked = z.object({
  id: id('Reference'),
  /** What is shown of what happened: one role, one kind. */
  role: z
    .union([z.literal('').transform(() => null), roleName])
    .optional()
    .transform((value) => value ?? null),
  what: optionalText('Kind', 40),
  page: wholeNumber('Page', { min: 1, max: 100_000 }).default(1),
})

/**
 * A page of one kind of party: `known` is what only that kind has, `read` reads it. The identity first, and then everything
 * else at once: two round trips, however much there is.
 */
function openParty<Known extends z.ZodType>(
  kind: PartyKind,
  known: Known,
  read: (tx: Tx, ids: readonly number[], day: string) => Promise<z.output<Known>>,
) {
  return query({
    name: `${kind}.open`,
    summary: `Open ${kind === 'organisation' || kind === 'address' ? 'an' : 'a'} ${PARTY_KINDS[kind].one.toLowerCase()}: markers, names, links, what happened and the network around it, of what you may see`,
    input: asked,
    output: partyPage.extend({ known }),
    access: { staff: 'any' },
    purpose: 'policing',
    audit: { event: `${kind}.opened`, subjects: aboutIdentity },
    async run(tx, { id: wanted, ...filter }) {
      const one = await getIdentity(tx, kind, wanted)
      const ids = one.sources.map((source) => source.id)
      const day = today(tx)
      const [names, markers, links, counts, happened, drawn, own] = await Promise.all([
        namesOf(tx, ids),
        markersOf(tx, ids),
        linksOf(tx, ids, day),
        countRoles(tx, ids),
        happeningsOf(tx, ids, filter),
        networkOf(tx, ids, day),
        read(tx, ids, day),
      ])
      return { ...one, names, markers, links, counts, happened, asked: filter, network: drawn, today: day, known: own }
    },
  })
}

export const openPerson = openParty('person', z.array(knownOfPerson).readonly(), personsOf)
export const openVehicle = openParty('vehicle', z.array(knownOfVehicle).readonly(), vehiclesOf)
export const openPhone = openParty('phone', z.array(knownOfPhone).readonly(), phonesOf)
export const openOrganisation = openParty('organisation', z.array(knownOfOrganisation).readonly(), organisationsOf)
export const openAddress = openParty(
  'address',
  z.object({
    addresses: z.array(knownOfAddress).readonly(),
    where: whereabouts,
    flats: z.array(neighbour).readonly(),
  }),
  async (tx, ids, day) => {
    const [addresses, where, flats] = await Promise.all([
      addressesOf(tx, ids),
      whereaboutsOf(tx, ids),
      flatsBeside(tx, ids, day),
    ])
    return { addresses, where, flats }
  },
)
