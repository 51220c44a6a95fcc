import { ENHANCED_REASONS, enhancedWords } from '#kernel/victims-code/enhanced-reasons.ts'
import { keysOf } from '#platform/edge.ts'

/** Every reason for enhanced rights, as it is kept (`E1:kidnap`), with its words. */
export const ENHANCED_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  keysOf(ENHANCED_REASONS).flatMap((reason) =>
    Object.keys(ENHANCED_REASONS[reason].kinds).map((kind) => [
      `${reason}:${kind}`,
      enhancedWords(reason, kind) ?? kind,
    ]),
  ),
)

/** "Most serious crime: kidnap"; the code itself where this release has no such reason any more. */
export function reasonWords(kept: string): string {
  return ENHANCED_CHOICES[kept] ?? kept
}
