import type { Finding } from '../../organisation/rules/rule.ts'

/**
 * REC05: a decision is between at least two different options (leaving it as it is can be one), and says why. With fewer it
 * was no decision, and is written down as a note.
 */
export function betweenOptions(options: readonly string[]): Finding | null {
  if (new Set(options.map((option) => option.toLowerCase())).size >= 2) return null
  return {
    rule: 'REC05',
    message:
      'Name at least two options, one on each line. Leaving it as it is can be one. What had no options is a note.',
  }
}
