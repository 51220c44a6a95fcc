import type { Due } from './due.ts'

/**
 * What is due when a duty takes the place of another that is still open (a victim's category goes up or down): the earlier
 * of the old due time and the new, so that no change makes an open limit longer. A due time goes before none; of two equal
 * ones the old stays. The reasons are those of the one that holds, and that it does.
 */
export function earlier(old: Due, next: Due): Due {
  const oldHolds = old.at !== null && (next.at === null || old.at.getTime() <= next.at.getTime())
  const held = oldHolds ? old : next
  const words = oldHolds
    ? 'This limit was running before the change and is the earlier one, so it stays'
    : 'This limit came with the change and takes the place of the one before'
  return { at: held.at, steps: [...held.steps, { kind: 'superseded', words }] }
}
