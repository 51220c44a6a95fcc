import { z } from 'zod'

/**
 * The archive is a folder of plain files that need no program of ours:
 *
 *     manifest.json              this file: what the archive holds and where it comes from
 *     tables/0001-....copy.gz    rows of one table, PostgreSQL's COPY text format, UTF-8, gzip; times in UTC
 *     files/ab/cd/abcd...        stored files by their SHA-256
 *     seal-heads                 the audit's heads as they were before the database was read, if there were any
 *     SHA256SUMS                 of every file above: `sha256sum --check SHA256SUMS`
 *
 * It holds rows, not the schema: that comes from the migrations up to `level`. So it fits every supported PostgreSQL.
 */
export const archiveFormat = 'frankpledge-archive'
export const archiveVersion = 1

export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'
export const sealHeadsName = 'seal-heads'

const Name = z.object({ schema: z.string(), name: z.string() })

const Table = Name.extend({
  /** Stored columns; generated ones are worked out again. */
  columns: z.array(z.string()),
  rows: z.number().int().nonnegative(),
  part: z.string().regex(/^tables\/[0-9a-z_.-]+\.copy\.gz$/),
})

/** A partition, for a database that does not have it: months that passed, queues that were made while running. */
const Partition = Name.extend({
  parent: Name,
  /** As PostgreSQL writes it: FOR VALUES FROM (...) TO (...). */
  bound: z.string(),
  /** How it is partitioned itself, if it is. */
  partitionedBy: z.string().nullable(),
  rowSecurity: z.boolean(),
  /** Constraints and indexes of its own, which its parent does not give it. */
  constraints: z.array(z.object({ name: z.string(), definition: z.string() })),
  indexes: z.array(z.string()),
})

const Sequence = Name.extend({ lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })

export const Manifest = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int(),
  writtenAt: z.string(),
  /** The server's version, such as 18.4. */
  postgresql: z.string(),
  /** The newest migration of the database: its file name. */
  level: z.string(),
  tables: z.array(Table),
  partitions: z.array(Partition),
  sequences: z.array(Sequence),
  files: z.object({ count: z.number().int(), bytes: z.number().int() }),
  sealHeads: z.boolean(),
})

export type Manifest = z.infer<typeof Manifest>
export type QualifiedName = z.infer<typeof Name>
export type ArchivedTable = z.infer<typeof Table>
export type ArchivedPartition = z.infer<typeof Partition>
export type ArchivedSequence = z.infer<typeof Sequence>
