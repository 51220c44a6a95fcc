import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Subject } from '#platform/audit/entry.ts'
import type { Tx } from '#platform/db/transaction.ts'

/**
 * Who may do it. A principal that is not named may not. `any` is every signed-in person of that kind; otherwise one of
 * the roles of the posting that they act in.
 */
export interface AccessRule<Role extends string> {
  readonly staff?: readonly Role[] | 'any'
  readonly partner?: readonly Role[] | 'any'
  readonly victim?: 'any'
  readonly public?: 'any'
  readonly service?: 'any'
  /** Needs a proof of identity a few minutes old at most: export, merge, disposal, break-glass. */
  readonly stepUp?: boolean
}

/** What the audit says of it. Left out, it does not compile. */
export interface AuditRule<Input, Output> {
  /** Dotted: `area.renamed`. */
  readonly event: string
  /** Whom or what it is about; `about.nobody` where it holds no personal data and names no record. */
  subjects(this: void, input: Input, output: Output): readonly Subject[]
  /** Ids, counts, codes. */
  detail?(this: void, input: Input, output: Output): Readonly<Record<string, unknown>>
  /** True where this run adds nothing to an entry made before: only autosave, which logs once a draft. */
  alreadyLogged?(this: void, output: Output): boolean
}

/** What every kind of operation declares. */
export interface Described<Role extends string, I extends z.ZodType, Output> {
  /** Dotted, unique: `area.rename`. The address of the JSON API is made from it. */
  readonly name: string
  /** One line, in the words of the person who does it. */
  readonly summary: string
  readonly input: I
  readonly access: AccessRule<Role>
  readonly audit: AuditRule<z.output<I>, Output>
  /** Why, where the person is not asked: "administration". */
  readonly purpose: string
}

/** A write: one transaction, one audit entry, safe to send twice with the same idempotency key. */
export interface Command<
  Role extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Described<Role, I, z.output<O>> {
  readonly type: 'command'
  readonly output: O
  /** What it gives holds a secret: it is shown in the answer and kept nowhere, so sent twice it acts twice. */
  readonly shownOnce?: true
  run(tx: Tx, input: z.output<I>): Promise<z.output<O>>
}

/** A read. */
export interface Query<
  Role extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Described<Role, I, z.output<O>> {
  readonly type: 'query'
  readonly output: O
  run(tx: Tx, input: z.output<I>): Promise<z.output<O>>
}

/** A download: the intent is logged and committed first, then it streams, then its completion is logged. */
export interface Download<Role extends string = string, I extends z.ZodType = z.ZodType> extends Described<
  Role,
  I,
  DownloadResult
> {
  readonly type: 'download'
  run(tx: Tx, input: z.output<I>, later: Later): Promise<DownloadResult>
}

/**
 * A transaction of its own for the same reader, for a body that is made while it is sent: the one in which the download was
 * asked for ends before the first byte. Nothing may be written in it but what the download itself logs.
 */
export type Later = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export interface DownloadHead {
  /** Marking first: `OFFICIAL burglary by ward.csv`. */
  readonly fileName: string
  readonly mediaType: string
  readonly rows: number | null
}

export interface DownloadResult extends DownloadHead {
  readonly body: Readable
}

export type Operation = Command | Query | Download

/** Binds the three declarations to one list of roles, so that a role that does not exist does not compile. */
export function operationsFor<Role extends string>() {
  return {
    command: <I extends z.ZodType, O extends z.ZodType>(definition: Omit<Command<Role, I, O>, 'type'>) =>
      ({ type: 'command', ...definition }) as const satisfies Command<Role, I, O>,
    query: <I extends z.ZodType, O extends z.ZodType>(definition: Omit<Query<Role, I, O>, 'type'>) =>
      ({ type: 'query', ...definition }) as const satisfies Query<Role, I, O>,
    download: <I extends z.ZodType>(definition: Omit<Download<Role, I>, 'type'>) =>
      ({ type: 'download', ...definition }) as const satisfies Download<Role, I>,
  }
}

export const about = {
  nobody: (): readonly Subject[] => [],
} as const
