import { type ClientBase, escapeIdentifier } from 'pg'
import { readPartitions } from './catalogue.ts'
import type { ArchivedPartition } from './manifest.ts'
import { plain, quoted } from './names.ts'

const createPartition = async (client: ClientBase, partition: ArchivedPartition): Promise<void> => {
  const further = partition.partitionedBy === null ? '' : ` PARTITION BY ${partition.partitionedBy}`
  const table = quoted(partition)
  await client.query(`CREATE TABLE ${table} PARTITION OF ${quoted(partition.parent)} ${partition.bound}${further}`)
  if (partition.rowSecurity) await client.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
  for (const { name, definition } of partition.constraints) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`)
  }
  for (const definition of partition.indexes) await client.query(definition)
}

/** Makes the archive's partitions that the migrations have not made: months that passed, queues made while running. */
export const createMissingPartitions = async (
  client: ClientBase,
  partitions: readonly ArchivedPartition[],
): Promise<void> => {
  const there = new Set((await readPartitions(client)).map(plain))
  for (const partition of partitions) if (!there.has(plain(partition))) await createPartition(client, partition)
}
