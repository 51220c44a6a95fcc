export const TRAINING_HREF = '/training'

/** What one person was trained in. */
export function trainingOfHref(account: string): string {
  return `${TRAINING_HREF}/people/${account}`
}
