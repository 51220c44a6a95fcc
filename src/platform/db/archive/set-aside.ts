import { type ClientBase, escapeIdentifier } from 'pg'
import { ours } from './catalogue.ts'
import type { QualifiedName } from './manifest.ts'
import { quoted } from './names.ts'

const from = (catalogue: string, relation: string): string =>
  `pg_catalog.${catalogue} k JOIN pg_catalog.pg_class c ON c.oid = k.${relation} JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`

type ForeignKey = QualifiedName & { constraint: string; definition: string; comment: string | null }
type Trigger = QualifiedName & { trigger: string; enabled: 'O' | 'A' | 'R' }

const readForeignKeys = async (client: ClientBase): Promise<ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(`
    SELECT n.nspname AS schema, c.relname AS name, k.conname AS constraint,
      pg_catalog.pg_get_constraintdef(k.oid) AS definition, pg_catalog.obj_description(k.oid, 'pg_constraint') AS comment
    FROM ${from('pg_constraint', 'conrelid')}
    WHERE k.contype = 'f' AND k.conparentid = 0 AND ${ours} ORDER BY k.oid`)
  return rows
}

const addForeignKey = async (client: ClientBase, key: ForeignKey): Promise<void> => {
  const constraint = escapeIdentifier(key.constraint)
  await client.query(`ALTER TABLE ${quoted(key)} ADD CONSTRAINT ${constraint} ${key.definition}`)
  if (key.comment === null) return
  await client.query(`COMMENT ON CONSTRAINT ${constraint} ON ${quoted(key)} IS ${client.escapeLiteral(key.comment)}`)
}

/** Triggers that are on, those that partitions have from their parents included: each is switched for itself. */
const readTriggers = async (client: ClientBase): Promise<Trigger[]> => {
  const { rows } = await client.query<Trigger>(`
    SELECT n.nspname AS schema, c.relname AS name, k.tgname AS trigger, k.tgenabled AS enabled
    FROM ${from('pg_trigger', 'tgrelid')}
    WHERE NOT k.tgisinternal AND k.tgenabled <> 'D' AND c.relkind IN ('r', 'p') AND ${ours} ORDER BY k.oid`)
  return rows
}

const switchWord = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' } as const

/**
 * Runs `load` with foreign keys and triggers out of the way, and brings them back. So rows may come in any order, tables may
 * point at each other in a ring, and no trigger writes a second time what the archive holds already. Each foreign key is
 * checked over all rows when it comes back. All of it is the tables' owner's right: no superuser is needed.
 */
export const withKeysAndTriggersAside = async (client: ClientBase, load: () => Promise<void>): Promise<void> => {
  const keys = await readForeignKeys(client)
  const triggers = await readTriggers(client)
  for (const key of keys) {
    await client.query(`ALTER TABLE ${quoted(key)} DROP CONSTRAINT ${escapeIdentifier(key.constraint)}`)
  }
  for (const trigger of triggers) {
    await client.query(`ALTER TABLE ONLY ${quoted(trigger)} DISABLE TRIGGER ${escapeIdentifier(trigger.trigger)}`)
  }
  await load()
  for (const key of keys) await addForeignKey(client, key)
  for (const trigger of triggers) {
    const word = switchWord[trigger.enabled]
    await client.query(`ALTER TABLE ONLY ${quoted(trigger)} ${word} TRIGGER ${escapeIdentifier(trigger.trigger)}`)
  }
}
