import type { Framework } from './framework.ts'
import { FRAMEWORKS_BY_PILLAR } from './frameworks-by-pillar.ts'
import { FRAMEWORKS_OF_THE_FORCE } from './frameworks-of-the-force.ts'

/** Every framework by which a force has been inspected since 2014, oldest first. None was published in 2020. */
export const FRAMEWORKS: readonly Framework[] = [...FRAMEWORKS_BY_PILLAR, ...FRAMEWORKS_OF_THE_FORCE]

/** The framework of reports that bear this year in their title (the first, of "2018/19"); undefined where there is none. */
export function findFramework(year: number): Framework | undefined {
  return FRAMEWORKS.find(({ from, to }) => year >= from && (to === null || year <= to))
}
