/** An area as it was chosen, with its kind. */
export interface ChosenArea {
  readonly id: number
  readonly kind: string
}

interface Chosen {
  readonly treated: readonly number[]
  readonly comparison: readonly number[]
  readonly ring: readonly number[]
}

/** Kinds that people know by name, and that are small enough to be treated. */
export const EVALUATED_KINDS = ['neighbourhood', 'ward', 'policing-area'] as const

/**
 * POP16 Areas that are compared are of one kind, so that none lies in another and no event counts twice; and none is in two of
 * the three groups. Gives what is wrong, by field, or null. `known`: those of the chosen that are there. [default]
 *
 * Two wards beside three wards: let through. A ward beside a policing area: refused. A ward that is treated and in the ring:
 * refused.
 */
export function areasProblem(
  { treated, comparison, ring }: Chosen,
  known: readonly ChosenArea[],
): Readonly<Record<string, string>> | null {
  const groups = { treated, comparison, ring }
  const kinds = new Map(known.map(({ id, kind }) => [id, kind]))
  const kind = kinds.get(treated[0] ?? 0)
  if (kind === undefined || !EVALUATED_KINDS.some((one) => one === kind))
    return { treated: 'Choose where it was done from the list (POP16)' }
  for (const [field, ids] of Object.entries(groups))
    if (ids.some((id) => kinds.get(id) !== kind))
      return { [field]: 'Choose areas of one kind, so that none lies in another (POP16)' }
  const twice = (ids: readonly number[], others: readonly number[]) => ids.some((id) => others.includes(id))
  if (twice(comparison, treated)) return { comparison: 'Where it was done cannot be compared with itself (POP16)' }
  if (twice(ring, treated)) return { ring: 'Where it was done cannot lie around itself (POP16)' }
  if (twice(ring, comparison)) return { ring: 'An area is compared with or lies around it, not both (POP16)' }
  return null
}
