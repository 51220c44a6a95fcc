import { TRAINING_HREF, trainingOfHref } from '#kernel/competences/hrefs.ts'

/** Where a course is recorded: for people of a unit, or for one person. */
export function recordOfUnitHref(unit: number | ':unit'): string {
  return `${TRAINING_HREF}/units/${unit}/record`
}

export function recordOfPersonHref(account: string): string {
  return `${trainingOfHref(account)}/record`
}

export function withdrawHref(holding: string): string {
  return `${TRAINING_HREF}/holdings/${holding}/withdraw`
}
