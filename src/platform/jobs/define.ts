import type { z } from 'zod'
import { systemReader, type Reader } from '#platform/access/reader.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Store, Tx } from '#platform/db/transaction.ts'
import type { AuditEntry } from '#platform/audit/entry.ts'
import type { AccessRule } from '#platform/operations/define.ts'

/** Work in a transaction, and what the audit keeps of it. */
type AuditedWork<T> = (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>

/** What a job's work may use. */
export interface JobContext {
  readonly store: Store
  readonly files: FileStore
  readonly jobRun: string
  /** Where the heads of the audit lie outside the database; null where none are kept. */
  readonly headsFile: string | null
  /** Who asked, with the rights that they have now; null unless the job has an access rule and a person asked. */
  readonly person: Reader | null
  /** Tells the person who waits how far it is; cheap enough to call often: most calls write nothing. */
  progress(this: void, done: number, total: number | null, message: string): Promise<void>
  /** A transaction as this job's system reader; the work says what the audit keeps of it. */
  transaction<T>(work: AuditedWork<T>): Promise<T>
  /** A transaction as the person who asked: reads and writes what they may, and no more. Throws Forbidden without one. */
  personTransaction<T>(work: AuditedWork<T>): Promise<T>
}

/** Work in the background: idempotent (it may run again after a crash), its payload ids only. */
export interface Job<I extends z.ZodType = z.ZodType> {
  /** Dotted, unique: `street.import`; also the name of its queue. */
  readonly name: string
  readonly input: I
  /** Logged as the doer; force-wide, in no compartment. */
  readonly as: `system:${string}`
  readonly purpose: string
  /** Who may ask for it. Looked at again when it runs: whoever has lost the role, or left, is refused then. */
  readonly access?: AccessRule<string>
  /** Asked for once a day by itself, with the input `{}`, as soon after this hour of London's day as something runs. */
  readonly daily?: { readonly hour: number }
  /** Asked for again and again by itself, with the input `{}`, so many minutes after the last, while there is something to do. */
  readonly every?: {
    readonly minutes: number
    /** Whether there is anything to do: where nothing waits nothing is asked for. */
    needed(this: void, tx: Tx): Promise<boolean>
  }
  /** Roles of its system reader, where a policy asks for one by name: `system-clock`. Nobody can be posted to these. */
  readonly roles?: readonly `system-${string}`[]
  /**
   * Runs in a thread of its own, so that no page waits for what it calculates: without files, and not for a person. Its input,
   * and what it gives, must be data that can be copied.
   */
  readonly aside?: true
  /** How often it is tried again, each time after a longer wait, before it counts as failed for good. */
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

/** Who a job is to the database. */
export function readerOf(job: Pick<Job, 'as' | 'roles'>): Reader {
  return { ...systemReader(job.as), roles: job.roles ?? [] }
}

/** What happened, by name, and the job that follows from it. */
export interface Subscription {
  readonly event: string
  readonly job: Job
}
