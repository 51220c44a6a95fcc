import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import type { Section } from '#kernel/web/view.ts'
import type { Query } from '#platform/operations/define.ts'
import { forAdministrators } from './restricted.ts'

/** The same pages stand in two places: for everybody, and for administrators beside their acts. */
export interface Place {
  /** What every address begins with. */
  readonly base: '' | '/administration'
  /** Those who can sign in: colleagues to one another, people to whoever administers. `/people` is whom the work is about. */
  readonly accounts: '/colleagues' | '/administration/people'
  readonly section: Section
  /** The query for those whom the place is for. */
  readers<I extends z.ZodType, O extends z.ZodType>(this: void, query: Query<Role, I, O>): Query<Role, I, O>
}

const WORK: Place = { base: '', accounts: '/colleagues', section: 'work', readers: (query) => query }
const ADMINISTRATION: Place = {
  base: '/administration',
  accounts: '/administration/people',
  section: 'administration',
  readers: forAdministrators,
}

export const PLACES: readonly Place[] = [WORK, ADMINISTRATION]
