import { describe, expect, test } from 'vitest'
import { seenAfterDeath } from './pty06-died-before-seen.ts'
import { twoPlacesAtOnce, type Sighting } from './pty07-two-places-at-once.ts'

const life = (party: number, diedOn: string | null, lastSeen: string | null) => ({ party, diedOn, lastSeen })

describe('PTY06: nobody is seen after their death', () => {
  test('from the second day on it is said, with which source says which', () => {
    expect(seenAfterDeath([life(1, '2019-03-03', null), life(2, null, '2019-03-04')])).toEqual([])
    expect(seenAfterDeath([life(1, '2019-03-03', null), life(2, null, '2019-03-05')])).toEqual([
      { died: { party: 1, on: '2019-03-03' }, seen: { party: 2, on: '2019-03-05' } },
    ])
  })

  test('a source may contradict itself', () => {
    expect(seenAfterDeath([life(1, '2019-12-31', '2020-01-02')])).toHaveLength(1)
    expect(seenAfterDeath([life(1, null, '2020-01-02'), life(2, '2020-02-01', null)])).toEqual([])
  })
})

describe('PTY07: nobody is in two places at once', () => {
  // A degree of latitude is 111.2 km.
  const at = (party: number, minute: number, latitude: number): Sighting => ({ party, minute, latitude, longitude: -1 })
  const far = 200 / 111.195

  test('200 km within 36 minutes is said, within 37 it is not', () => {
    const [found] = twoPlacesAtOnce([at(2, 36, 51 + far), at(1, 0, 51)])
    expect(found).toMatchObject({ one: { party: 1 }, other: { party: 2 }, minutes: 36 })
    expect(Math.round(found?.kilometres ?? 0)).toBe(200)
    expect(twoPlacesAtOnce([at(1, 0, 51), at(2, 37, 51 + far)])).toEqual([])
  })

  test('near by nothing is said, nor of one source’s own', () => {
    expect(twoPlacesAtOnce([at(1, 0, 51), at(2, 0, 51.4)])).toEqual([])
    expect(twoPlacesAtOnce([at(1, 0, 51), at(1, 0, 55)])).toEqual([])
    expect(twoPlacesAtOnce([at(1, 0, 51), at(2, 0, 55)])).toHaveLength(1)
  })
})
