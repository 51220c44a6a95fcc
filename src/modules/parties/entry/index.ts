import type { Operation } from '#platform/operations/define.ts'
import { enterPerson } from './enter-person.ts'
import { beginPerson } from './entry-form.ts'

export { entryRoutes } from './page.tsx'

export const entryOperations: readonly Operation[] = [beginPerson, enterPerson]
