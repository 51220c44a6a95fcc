import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourcesIn, type Source } from './sources.ts'

/** The floors of the house, lowest first. The roof is whatever lies in `src` itself and in `src/command-line`. */
const FLOORS = ['calculations', 'platform', 'ui', 'kernel', 'modules', 'reporting', 'roof'] as const
type Floor = (typeof FLOORS)[number]

function floorOf(path: string): Floor {
  const folder = path.split('/')[1] ?? ''
  return FLOORS.find((floor) => floor === folder) ?? 'roof'
}

function moduleOf(path: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** What is wrong with one import, or null. */
function fault(from: Source, to: string): string | null {
  const [here, there] = [floorOf(from.path), floorOf(to)]
  if (FLOORS.indexOf(there) > FLOORS.indexOf(here)) return `${from.path} imports upwards: ${to}`
  if (here === 'calculations' && there !== 'calculations') return `${from.path} must import nothing of ours: ${to}`
  // How things look knows nothing of how they are stored.
  if (here === 'ui' && there === 'platform') return `${from.path} must not know the platform: ${to}`
  const [ownModule, otherModule] = [moduleOf(from.path), moduleOf(to)]
  if (otherModule === null || otherModule === ownModule) return null
  if (ownModule !== null) return `${from.path} reaches into another module: ${to}`
  return /^src\/modules\/[^/]+\/index\.tsx?$/.test(to) ? null : `${from.path} passes by the door of a module: ${to}`
}

describe('The floors of the house', () => {
  const sources = sourcesIn('src')
  const tests = (source: Source): boolean => /\.test\.tsx?$/.test(source.path)

  it('are all there to be looked at', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(300)
  })

  it('have imports that only ever point down, and modules that never import one another', () => {
    const faults = sources
      .filter((source) => !tests(source))
      .flatMap((from) => from.imports.map((to) => fault(from, to)))
    expect(faults.filter((found) => found !== null)).toEqual([])
  })

  it('name files that exist', () => {
    const missing = sources.flatMap((from) =>
      from.imports.filter((to) => !existsSync(join(root, to))).map((to) => `${from.path}: ${to}`),
    )
    expect(missing).toEqual([])
  })

  it('keep test tools out of what runs', () => {
    const tools = /^(vitest|fast-check|playwright-core|@axe-core|nunjucks|autocannon)/
    const carried = sources
      .filter((source) => !tests(source) && !/\/testing\b/.test(source.path))
      .filter((source) => source.packages.some((name) => tools.test(name)))
    expect(carried.map((source) => source.path)).toEqual([])
  })
})

describe('An import that is not allowed is found', () => {
  const source = (path: string): Source => ({ path, text: '', imports: [], packages: [] })

  it.each([
    ['src/platform/db/x.ts', 'src/kernel/areas/y.ts', 'imports upwards'],
    ['src/calculations/x.ts', 'src/calculations/y.ts', null],
    ['src/ui/x.tsx', 'src/platform/y.ts', 'must not know the platform'],
    ['src/modules/a/x.ts', 'src/modules/b/index.ts', 'reaches into another module'],
    ['src/modules/a/x.ts', 'src/modules/a/y.ts', null],
    ['src/reporting/x.ts', 'src/modules/b/queries/y.ts', 'passes by the door'],
    ['src/modules.ts', 'src/modules/b/index.ts', null],
  ])('from %s to %s', (from, to, expected) => {
    const found = fault(source(from), to)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toContain(expected)
  })
})
