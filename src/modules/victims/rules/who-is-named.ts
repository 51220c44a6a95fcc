import type { Standing } from '#kernel/victims-code/victim-rule.ts'

interface Named {
  readonly who: number | null
  readonly name: string | null
  readonly forVictim: string | null
}

/** VCT07: a victim is somebody on record or has a name, one of the two; who acts for another says for whom, and nobody else does. */
export function whoIsNamed(
  standing: Standing,
  { who, name, forVictim }: Named,
): Readonly<Record<string, string>> | null {
  if ((who === null) === (name === null))
    return { who: 'Choose who it is from the list, or write a name: one of the two (VCT07)' }
  const acts = standing === 'parent' || standing === 'spokesperson'
  if (acts && forVictim === null) return { forVictim: 'Choose for whom they act (VCT07)' }
  return !acts && forVictim !== null ? { forVictim: 'Only a parent or a spokesperson acts for another (VCT07)' } : null
}
