import { escapeIdentifier } from 'pg'
import type { QualifiedName } from './manifest.ts'

/** The name as SQL: both parts quoted. */
export const quoted = ({ schema, name }: QualifiedName): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

/** The name for a person, and as a key. */
export const plain = ({ schema, name }: QualifiedName): string => `${schema}.${name}`

export const quotedColumns = (columns: readonly string[]): string =>
  columns.map((name) => escapeIdentifier(name)).join(', ')
