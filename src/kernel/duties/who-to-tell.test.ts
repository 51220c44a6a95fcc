import { describe, expect, test } from 'vitest'
import { whoToTell, type Organisation, type Post } from './who-to-tell.ts'

const post = (account: string, unit: number, roles: string[], more: Partial<Post> = {}): Post => ({
  account,
  unit,
  roles,
  forceWide: false,
  clearance: 'OFFICIAL-SENSITIVE',
  ...more,
})

/** Headquarters 1; below it the area 2; below that teams 3 and 4, of which 4 has no sergeant. */
const organisation: Organisation = {
  units: new Map([
    [1, { parent: null, area: null }],
    [2, { parent: 1, area: 20 }],
    [3, { parent: 2, area: 30 }],
    [4, { parent: 2, area: 40 }],
  ]),
  posts: [
    post('chief', 1, ['chief-officer'], { forceWide: true }),
    post('commander', 2, ['commander']),
    post('inspector', 2, ['supervisor']),
    post('sergeant', 3, ['supervisor', 'officer']),
    post('constable', 3, ['officer']),
  ],
}
const duty = { owner: 'constable', unit: 3, area: null, marking: 'OFFICIAL', compartment: null } as const
const told = (changes: object, tell: 'owner' | 'supervisor' | 'commander', from = organisation) =>
  whoToTell({ ...duty, ...changes }, tell, from)

describe('Of a duty is told', () => {
  test('its owner, the sergeant of its unit, the commander above', () => {
    expect(told({}, 'owner')).toEqual(['constable'])
    expect(told({}, 'supervisor')).toEqual(['sergeant'])
    expect(told({}, 'commander')).toEqual(['commander'])
  })

  test('the nearest above, where the unit has nobody', () => {
    expect(told({ unit: 4 }, 'supervisor')).toEqual(['inspector'])
    expect(told({ unit: 4, owner: null }, 'owner')).toEqual(['inspector'])
    expect(told({ unit: 1 }, 'commander')).toEqual(['chief'])
  })

  test('somebody above the owner, never the owner twice', () => {
    expect(told({ owner: 'sergeant' }, 'supervisor')).toEqual(['inspector'])
    expect(told({ owner: 'commander', unit: 2 }, 'commander')).toEqual(['chief'])
  })

  test('the supervisor of an owner who works here no more', () => {
    expect(told({ owner: 'leaver' }, 'owner')).toEqual(['sergeant'])
  })

  test('by the owner’s own unit or by its area, where it belongs to no unit', () => {
    expect(told({ unit: null }, 'supervisor')).toEqual(['sergeant'])
    expect(told({ unit: null, owner: null, area: 30 }, 'supervisor')).toEqual(['sergeant'])
  })

  test('nobody who is not cleared for it', () => {
    const posts = organisation.posts.map((one) =>
      one.account === 'sergeant' ? { ...one, clearance: 'OFFICIAL' as const } : one,
    )
    const marked = { marking: 'OFFICIAL-SENSITIVE' }
    expect(told(marked, 'supervisor', { ...organisation, posts })).toEqual(['inspector'])
  })

  test('inside a compartment the owner alone', () => {
    expect(told({ compartment: 7 }, 'owner')).toEqual(['constable'])
    expect(told({ compartment: 7 }, 'supervisor')).toEqual([])
    expect(told({ compartment: 7, owner: 'leaver' }, 'owner')).toEqual([])
  })

  test('nobody, and not forever, where units lie in a ring', () => {
    const units = new Map([
      [3, { parent: 4, area: null }],
      [4, { parent: 3, area: null }],
    ])
    expect(told({ owner: null }, 'supervisor', { units, posts: [] })).toEqual([])
  })
})
