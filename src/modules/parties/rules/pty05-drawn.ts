import { mayBeChild, type Birth } from './pty02-age.ts'

export interface Drawable {
  readonly births: readonly Birth[]
  /** A marker "protected" stands on it. */
  readonly protected: boolean
}

/**
 * PTY05 Nobody who may be under 18 is drawn in a network without a recorded exploitation consideration; until such a record
 * can be made here, no child is. Nobody and no place with the marker "protected" is drawn either, nor what is reached only
 * through them.
 */
export function whyNotDrawn(one: Drawable, today: string): 'child' | 'protected' | null {
  if (mayBeChild(one.births, today)) return 'child'
  return one.protected ? 'protected' : null
}
