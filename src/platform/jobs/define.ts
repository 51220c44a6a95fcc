import type { z } from 'zod'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Store, Tx } from '#platform/db/transaction.ts'
import type { AuditEntry } from '#platform/audit/entry.ts'

/** What a job's work may use. */
export interface JobContext {
  readonly store: Store
  readonly files: FileStore
  readonly jobRun: string
  /** Tells the person who waits how far it is; cheap enough to call often. */
  progress(done: number, total: number | null, message: string): Promise<void>
  /** A transaction as this job's system reader; the work says what the audit keeps of it. */
  transaction<T>(work: (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>): Promise<T>
}

/** Work in the background: idempotent (it may run again after a crash), its payload ids only. */
export interface Job<I extends z.ZodType = z.ZodType> {
  /** Dotted, unique: `street.import`; also the name of its queue. */
  readonly name: string
  readonly input: I
  /** Logged as the doer; force-wide, in no compartment. */
  readonly as: `system:${string}`
  readonly purpose: string
  readonly retries: number
  /** Seconds after which a run that has not ended counts as lost and is tried again. */
  readonly expireAfter: number
  /** In the words of the person who waits: "Import of 3 street files". */
  title(this: void, input: z.output<I>): string
  /** Ids, counts and codes of what was done; shown on the jobs page. */
  run(this: void, context: JobContext, input: z.output<I>): Promise<Readonly<Record<string, unknown>>>
}

export function defineJob<I extends z.ZodType>(job: Job<I>): Job<I> {
  return job
}

/** What happened, by name, and the job that follows from it. */
export interface Subscription {
  readonly event: string
  readonly job: Job
}
