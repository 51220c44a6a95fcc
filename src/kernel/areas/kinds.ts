import { keysOf } from '#platform/edge.ts'

/** What is known of each kind of area. */
interface KindOfArea {
  readonly words: string
  /** Kinds with a greater rank may nest in kinds with a smaller one; equal ranks never nest in one another. */
  readonly rank: number
  /** Codes of the Office for National Statistics for it, where that alone tells the kind. */
  readonly codes: RegExp | null
  /**
   * From when on areas of the kind count as being there, where a file does not say. For statistical areas the day of the
   * census that made them; for the others the day on which today's forces and districts began (Local Government Act
   * 1972), a default that is wide on purpose: an outline says nothing of when it began.
   */
  readonly since: string
}

/** The kinds of area, largest first. */
export const AREA_KINDS = {
  force: { words: 'Police force area', rank: 0, codes: /^(E23|W15|S32|N24)\d{6}$/, since: '1974-04-01' },
  'policing-area': { words: 'Policing area', rank: 1, codes: null, since: '1974-04-01' },
  'local-authority': { words: 'Local authority', rank: 2, codes: /^(E0[6-9]|W06|S12|N09)\d{6}$/, since: '1974-04-01' },
  ward: { words: 'Ward', rank: 4, codes: /^(E05|W05|S13|N08)\d{6}$/, since: '1974-04-01' },
  neighbourhood: { words: 'Neighbourhood', rank: 3, codes: null, since: '1974-04-01' },
  msoa11: { words: 'Middle layer super output area (2011)', rank: 4, codes: /^(E02|W02)\d{6}$/, since: '2011-03-27' },
  lsoa11: { words: 'Lower layer super output area (2011)', rank: 5, codes: /^(E01|W01)\d{6}$/, since: '2011-03-27' },
  lsoa21: { words: 'Lower layer super output area (2021)', rank: 5, codes: null, since: '2021-03-21' },
} as const satisfies Record<string, KindOfArea>

export type AreaKind = keyof typeof AREA_KINDS

export const AREA_KIND_NAMES = keysOf(AREA_KINDS)

export function isAreaKind(text: string): text is AreaKind {
  return Object.hasOwn(AREA_KINDS, text)
}

/** Codes that the 2021 census added lie above these; those of 2011 that did not change were kept. */
const LAST_LSOA11 = { E01: 'E01033768', W01: 'W01001958' } as const

/**
 * The kind of area to which all these codes belong, or undefined. Lower layer super output areas are of 2021 where one of
 * the codes was made then, and of 2011 otherwise: a set without any new code cannot be told apart, so say which it is.
 */
export function kindOfCodes(codes: readonly string[]): AreaKind | undefined {
  if (codes.length === 0) return undefined
  const kind = AREA_KIND_NAMES.find((name) => {
    const { codes: pattern }: KindOfArea = AREA_KINDS[name]
    return pattern !== null && codes.every((code) => pattern.test(code))
  })
  if (kind !== 'lsoa11') return kind
  return codes.some((code) => code > (code.startsWith('W') ? LAST_LSOA11.W01 : LAST_LSOA11.E01)) ? 'lsoa21' : 'lsoa11'
}

/** Whether areas of the first kind may lie within areas of the second. */
export function mayNest(inner: AreaKind, outer: AreaKind): boolean {
  return AREA_KINDS[inner].rank > AREA_KINDS[outer].rank
}
