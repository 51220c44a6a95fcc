import { ROLE_NAMES } from '#kernel/access/roles.ts'

/** Measures are open to the whole force, and to an inspector who visits: nothing in them tells of anybody. */
export const READERS = { staff: ROLE_NAMES } as const
