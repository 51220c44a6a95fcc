import { inject } from 'vitest'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import { withClient } from '../../setup/client.ts'
import { partiesOf } from '../../world/parties.ts'
import { getSite } from './site.ts'

/** Whom a story is about: a man with two records, his home in a block of flats, his van, and those around him. */
export interface Neighbourhood {
  readonly person: number
  readonly home: number
  readonly van: number
}

const DAY = 86_400_000

/** Puts them into the shared site's database, under a family name that no other story has. */
export async function addNeighbourhood(family: string): Promise<Neighbourhood> {
  const { database } = await getSite()
  const url = replaceInUrl(inject('databases').ownerUrl, { database })
  return withClient(url, async (client) => {
    const now = new Date()
    const { rows: accounts } = await client.query<{ id: string }>(`SELECT id FROM account WHERE name = 'PS Ellis'`)
    const make = partiesOf({
      owner: async (sql, values = []) => (await client.query(sql, [...values])).rows,
      store: { clock: { now: () => now } },
      personas: { sergeantA: { account: accounts[0]?.id ?? '' } },
    })
    const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
    // Points and what happened come from the demonstration.
    const { rows: happened } = await client.query<{ id: number; at: Date; location: number }>(
      `SELECT o.id, o.happened_from AS at, o.location_id AS location FROM occurrence o
      WHERE o.location_id IS NOT NULL AND NOT o.comparison ORDER BY o.happened_from DESC, o.id LIMIT 30`,
    )
    const flat = (name: string) =>
      make.address({
        flat: name,
        building: `${family} House`,
        number: '12',
        street: 'Whitley Street',
        town: 'Reading',
        postcode: 'RG20EG',
        ...(happened[0] !== undefined && { location: happened[0].location }),
      })
    const person = await make.person({
      given: 'Daniel James',
      family,
      birth: '1990-03-02',
      sex: 'male',
      reference: `N${family.length}0442917`,
      aliases: [{ full: 'Danny Boy', kind: 'nickname' }],
    })
    await make.person({
      given: 'Daniel',
      family,
      birth: '1990-02-03',
      sex: 'male',
      reference: `N${family.length}0518850`,
      sameAs: person,
      aliases: [{ given: 'Dan', family: 'Marsh', birth: '1991-03-02' }],
    })
    await make.marker(person, 'weapons', {
      words: 'Has carried a lock knife, found on him at two stops. Search before the van',
      starts: day(-200),
      review: day(-12),
    })
    await make.marker(person, 'self-harm', { words: 'Hurt himself in a cell', starts: day(-90), review: day(150) })
    const home = await flat('Flat 3')
    for (const name of ['Flat 1', 'Flat 2', 'Flat 4']) await flat(name)
    const before = await make.address({ number: '8', street: 'Caversham Road', town: 'Reading', postcode: 'RG18AB' })
    const van = await make.vehicle({ mark: 'KN62VTX', make: 'Ford', model: 'Transit', colour: 'white' })
    const phone = await make.phone({ number: '447700900417' })
    const partner = await make.person({ given: 'Kelly Ann', family: 'Dunmore', birth: '1992-08-14', sex: 'female' })
    const friend = await make.person({ given: 'Marcus', family: 'Oyelaran', birth: '1988-11-30', sex: 'male' })
    const child = await make.person({ given: 'Tyler', family, birth: day(-365 * 9), sex: 'male' })
    const garage = await make.organisation({ label: 'Whitley Tyres and Exhausts', number: '04417720' })
    await make.marker(partner, 'domestic-abuse-victim', { review: day(60) })
    await make.link(person, 'lives-at', home, { from: day(-500) })
    await make.link(person, 'lives-at', before, { from: day(-1800), to: day(-501) })
    await make.link(partner, 'lives-at', home, { from: day(-480) })
    await make.link(person, 'partner-of', partner, { from: day(-600) })
    await make.link(person, 'parent-of', child)
    await make.link(person, 'associate-of', friend, { basis: 'opinion' })
    await make.link(person, 'uses-phone', phone, { from: day(-300) })
    await make.link(friend, 'uses-phone', phone, { to: day(-301) })
    await make.link(person, 'uses-vehicle', van)
    await make.link(garage, 'keeper-of', van, { from: day(-700) })
    await make.link(friend, 'works-for', garage)
    await make.link(person, 'works-for', garage, { to: day(-400) })
    await make.link(friend, 'lives-at', before)
    for (const [at, { id, at: when }] of happened.entries()) {
      const role = at % 4 === 0 ? 'suspect' : at % 3 === 0 ? 'victim' : 'involved'
      await make.role(person, role, id, { at: when.toISOString() })
      if (at % 5 === 0) await make.role(home, 'scene', id, { at: when.toISOString() })
      if (at % 8 === 0) await make.role(van, 'vehicle-used', id, { at: when.toISOString() })
    }
    return { person, home, van }
  })
}
