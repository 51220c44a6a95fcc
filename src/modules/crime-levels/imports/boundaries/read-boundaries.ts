import { z } from 'zod'
import { validateGeometry } from '#calculations/geometry/validate-geometry.ts'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import { AREA_KINDS, kindOfCodes, type AreaKind } from '#kernel/areas/kinds.ts'
import { findForceByName } from '#kernel/areas/reference/forces.ts'
import type { AreaToStore } from '#kernel/areas/store-areas.ts'
import { carried } from '#platform/edge.ts'

/** A feature that was not taken. */
export interface FeatureRejection {
  readonly file: string
  /** Its place in the file, from 1; 0 where the file as a whole is at fault. */
  readonly feature: number
  readonly name: string
  readonly reason: string
}

export interface ReadBoundaries {
  /** Null where it was not given and the codes do not tell it. */
  readonly kind: AreaKind | null
  readonly features: number
  readonly areas: readonly AreaToStore[]
  readonly rejections: readonly FeatureRejection[]
  readonly warnings: readonly string[]
}

const collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  crs: z.looseObject({ properties: z.looseObject({ name: z.string() }) }).optional(),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: z.unknown(),
    }),
  ),
})

/** Codes and names as the Office for National Statistics heads them: `LSOA11CD`, `WD13NM`. */
const CODE_COLUMN = /^(code|[a-z]{2,5}\d\dcd)$/i
const NAME_COLUMN = /^(name|[a-z]{2,5}\d\dnm)$/i
const CODE = /^[A-Z0-9][A-Z0-9-]{0,39}$/i

/**
 * Reads a GeoJSON FeatureCollection of areas. `kind` says what they are; without it the codes must tell. A force without a
 * code is found by its name.
 */
export function readBoundaries(file: string, text: string, given: AreaKind | null): ReadBoundaries {
  const parsed = parseJson(text)
  if (typeof parsed === 'string') return refused(file, parsed)
  const result = collection.safeParse(parsed.value)
  if (!result.success) return refused(file, collectionFault(result.error))
  const crs = result.data.crs?.properties.name
  if (crs !== undefined && !/CRS84|4326/.test(crs))
    return refused(file, `Its coordinates are ${crs}. Turn them into longitude and latitude (WGS84, EPSG:4326) first.`)
  const { features } = result.data
  const named = features.map(({ properties }) => nameAndCode(properties ?? {}, given))
  const kind = given ?? kindOfCodes(named.map(({ code }) => code))
  if (kind === undefined)
    return refused(file, 'The codes do not tell what kind of areas these are. Say so: --kind ward, for example.')
  const reader = new FeatureReader(file, kind)
  for (const [i, { geometry }] of features.entries()) reader.read(i + 1, named[i] ?? { code: '', name: '' }, geometry)
  return { kind, features: features.length, ...reader.result }
}

class FeatureReader {
  readonly #file: string
  readonly #kind: AreaKind
  readonly #areas = new Map<string, AreaToStore>()
  readonly #rejections: FeatureRejection[] = []
  readonly #warnings: string[] = []

  constructor(file: string, kind: AreaKind) {
    this.#file = file
    this.#kind = kind
  }

  get result() {
    return { areas: [...this.#areas.values()], rejections: this.#rejections, warnings: this.#warnings }
  }

  read(feature: number, { code, name }: Named, geometry: unknown): void {
    const reject = (reason: string) => this.#rejections.push({ file: this.#file, feature, name: name || code, reason })
    if (code === '')
      reject(
        `It has no code: give it a property “code”${name === '' ? ', and one “name”' : ` (its name is “${name}”)`}.`,
      )
    else if (!CODE.test(code)) reject(`“${code.slice(0, 40)}” is not a code.`)
    else if (name === '') reject(`${code} has no name: give it a property “name”.`)
    else if (this.#areas.has(code)) reject(`${code} is in the file twice.`)
    else if (!this.#isOfKind(code))
      reject(`${code} is not the code of a ${AREA_KINDS[this.#kind].words.toLowerCase()}.`)
    else this.#readGeometry(feature, { code, name }, geometry, reject)
  }

  #isOfKind(code: string): boolean {
    const other = kindOfCodes([code])
    return other === undefined || AREA_KINDS[other].rank === AREA_KINDS[this.#kind].rank
  }

  #readGeometry(feature: number, { code, name }: Named, geometry: unknown, reject: (reason: string) => void): void {
    const { faults, blemishes } = validateGeometry(geometry)
    for (const fault of faults) reject(fault)
    if (faults.length > 0) return
    if (blemishes.length > 0) this.#warnings.push(`Feature ${feature}, ${name}: ${blemishes.join(' ')}`)
    // `validateGeometry` found nothing wrong with it, which is what makes it one.
    this.#areas.set(code, { code, name, geometry: carried<AreaGeometry>(geometry) })
  }
}

interface Named {
  readonly code: string
  readonly name: string
}

function nameAndCode(properties: Readonly<Record<string, unknown>>, kind: AreaKind | null): Named {
  const find = (pattern: RegExp): string => {
    const value = Object.entries(properties).find(([key]) => pattern.test(key))?.[1]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
  const [code, name] = [find(CODE_COLUMN), find(NAME_COLUMN)]
  if (code !== '' || (kind !== null && kind !== 'force')) return { code, name }
  return { code: findForceByName(name)?.areaCode ?? '', name }
}

function parseJson(text: string): { readonly value: unknown } | string {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch (error) {
    return `It is not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}

function collectionFault(error: z.ZodError): string {
  const [, index] = error.issues[0]?.path ?? []
  const where = typeof index === 'number' ? `Feature ${index + 1} is not a GeoJSON Feature.` : ''
  return `It is not a GeoJSON FeatureCollection of areas. ${where}`.trim()
}

function refused(file: string, reason: string): ReadBoundaries {
  return { kind: null, features: 0, areas: [], rejections: [{ file, feature: 0, name: '', reason }], warnings: [] }
}
