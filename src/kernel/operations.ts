import { operationsFor } from '#platform/operations/define.ts'
import type { Role } from './access/roles.ts'

/** The three ways to declare what people and programs can do: the one way in. */
export const { command, query, download } = operationsFor<Role>()
