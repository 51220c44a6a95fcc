/** The five families of situational prevention, in words. */
export const FAMILIES = {
  E: 'Increase the effort',
  R: 'Increase the risk',
  W: 'Reduce the reward',
  P: 'Reduce provocation',
  X: 'Remove excuses',
} as const
type Family = keyof typeof FAMILIES

/**
 * The 25 techniques of situational prevention, by code: what a response does. Source: D. B. Cornish and R. V. Clarke, Crime
 * Prevention Studies 16 (2003) 41-96 [from knowledge]; the words are ours.
 */
export const TECHNIQUES = {
  E1: 'harden targets',
  E2: 'control who gets in',
  E3: 'screen who goes out',
  E4: 'lead offenders elsewhere',
  E5: 'control tools and weapons',
  R1: 'extend guardianship',
  R2: 'help people to see what goes on',
  R3: 'reduce anonymity',
  R4: 'use those who manage the place',
  R5: 'strengthen formal surveillance',
  W1: 'conceal targets',
  W2: 'remove targets',
  W3: 'identify property',
  W4: 'disrupt markets',
  W5: 'deny benefits',
  P1: 'reduce frustration and stress',
  P2: 'avoid disputes',
  P3: 'reduce temptation',
  P4: 'counter peer pressure',
  P5: 'discourage imitation',
  X1: 'set rules',
  X2: 'post instructions',
  X3: 'alert conscience',
  X4: 'help people to comply',
  X5: 'control drugs and alcohol',
} as const satisfies Record<`${Family}${1 | 2 | 3 | 4 | 5}`, string>
export type Technique = keyof typeof TECHNIQUES

const FAMILY_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(FAMILIES))

/** "Increase the effort: harden targets (E1)". */
export function techniqueWords(code: Technique): string {
  return `${FAMILY_WORDS.get(code.charAt(0)) ?? ''}: ${TECHNIQUES[code]} (${code})`
}
