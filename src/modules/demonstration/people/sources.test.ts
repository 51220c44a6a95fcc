import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nameTokens, similarName } from '#calculations/linkage/names/index.ts'
import { createRandom } from '#calculations/random/random.ts'
import { communityDrawer } from './communities.ts'
import { drawHousehold } from './households.ts'
import { groupShares } from './proportions.ts'
import { NICKNAMES } from './variants/nicknames.ts'
import { SPELLINGS } from './variants/spellings.ts'
import { drawPhenomenon, type Phenomenon, writtenName } from './written-names.ts'

const GENERATOR = path.join(import.meta.dirname)
const MATCHER = path.join(import.meta.dirname, '../../../calculations/linkage')

function importsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? ''),
    )
}

const VARIANTS: ReadonlySet<Phenomenon> = new Set(['nickname', 'spelling', 'transliteration', 'typing', 'hearing'])

/** Whether the matcher takes the two for one name by its tables and rules of spelling, and not for what they look like. */
function isTabled(one: string, other: string): boolean {
  const likeness = similarName(nameTokens(one).join(''), nameTokens(other).join(''))
  return likeness === 'same' || likeness === 'spelling' || likeness === 'nickname'
}

const share = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length / items.length

describe('The generator’s sources and the matcher’s', () => {
  it('are apart: neither imports anything of the other', () => {
    const generators = importsOf(GENERATOR)
    expect(generators.filter((from) => from.includes('linkage'))).toEqual([])
    expect(generators.length).toBeGreaterThan(50)
    expect(importsOf(MATCHER).filter((from) => from.includes('demonstration') || from.includes('modules'))).toEqual([])
  })

  it('do not have the same tables: of what the generator lists, the matcher’s do not know all', () => {
    const nicknames = [...NICKNAMES].flatMap(([name, called]) => called.map((other) => [name, other] as const))
    const spellings = [...SPELLINGS].flatMap(([name, others]) => others.map((other) => [name, other] as const))
    // Everybody knows that Bill is William, whoever writes the list: and takes a slip for the
    // name it is near. Measured, 0.06 and 0.05.
    expect(share(nicknames, ([one, other]) => !isTabled(one, other))).toBeGreaterThan(0.04)
    expect(share(spellings, ([one, other]) => !isTabled(one, other))).toBeGreaterThan(0.03)
  })

  it('meet in few of the errors that are made: most are in nobody’s table', () => {
    const random = createRandom('sources')
    const communities = communityDrawer(groupShares('reading', 'suburb'))
    const made = Array.from({ length: 1500 }, () => drawHousehold(random, communities(random), communities, 2025))
      .flatMap(({ people }) => people)
      .flatMap((person) => {
        const phenomenon = drawPhenomenon(random)
        const written = VARIANTS.has(phenomenon) ? writtenName(random, person, phenomenon) : null
        if (written === null) return []
        const [given = ''] = written.given.split(' ')
        return [
          given === person.name.given[0] ? [person.name.family, written.family] : [person.name.given[0] ?? '', given],
        ]
      })
    expect(made.length).toBeGreaterThan(1000)
    // Measured: 0.47.
    expect(share(made, ([one = '', other = '']) => !isTabled(one, other))).toBeGreaterThan(0.35)
  })
})
