import type { Section } from '#kernel/web/view.ts'

/** The same pages stand in two places: for everybody, and for administrators beside their acts. */
export interface Place {
  /** What every address begins with. */
  readonly base: '' | '/administration'
  readonly section: Section
}

export const WORK: Place = { base: '', section: 'work' }
export const ADMINISTRATION: Place = { base: '/administration', section: 'administration' }
export const PLACES: readonly Place[] = [WORK, ADMINISTRATION]
