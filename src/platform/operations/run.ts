import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { decide } from '#platform/access/decide.ts'
import { PUBLIC_READER, type Reader } from '#platform/access/reader.ts'
import type { LiveSession } from '#platform/access/resolve.ts'
import type { AuditEntry, AuditOutcome, Subject } from '#platform/audit/entry.ts'
import type { RequestContext } from '#platform/db/context.ts'
import { recordExists } from '#platform/db/gate.ts'
import { transaction, type Store, type Tx, type Who } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, FrankpledgeError, NotFound, RuleRefused, SignInNeeded } from '#platform/errors/errors.ts'
import type { AccessRule, Command, Described, Download, DownloadResult, Later, Query } from './define.ts'
import { aboutAttempt } from './attempted.ts'
import { discardDraft } from './drafts.ts'
import { claimKey, keepOutput, type IdempotencyKey } from './idempotency.ts'
import { parseInput } from './parse.ts'

/** The little of a declaration that logging needs. */
type Named = { readonly purpose: string; readonly audit: { readonly event: string } }

export interface Call {
  readonly who: Who
  readonly request: Omit<RequestContext, 'purpose'> & { readonly purpose?: string }
  /** As it came: it is parsed here, after the access decision. */
  readonly input: unknown
  /** A page that only shows a form needs what the form's command needs, too. */
  readonly alsoNeeds?: AccessRule<string>
  /** Commands only. */
  readonly key?: IdempotencyKey
  /** Commands only: the draft that this act makes good, thrown away in the same transaction. */
  readonly draft?: string
  /** Queries only: read in the same transaction for the frame around the page, under the same reader. */
  readonly alongside?: (tx: Tx) => Promise<void>
  /** Told who it was as soon as that is known, whether or not they may. */
  readonly onEntered?: (reader: Reader, session: LiveSession | null) => void
}

/**
 * Runs a query or a command for somebody: access decision, parsing, the work and its audit entry in one transaction.
 * A refusal is logged in a transaction of its own before it is thrown on.
 */
export async function run<I extends z.ZodType, O extends z.ZodType>(
  store: Store,
  operation: Command<string, I, O> | Query<string, I, O>,
  call: Call,
): Promise<z.output<O>> {
  return attempt(store, operation, call, async (tx, input) => {
    if (operation.type === 'query') {
      const answer = await operation.run(tx, input)
      await call.alongside?.(tx)
      return answer
    }
    const key = operation.shownOnce === true ? undefined : call.key
    const before = key === undefined ? null : await claimKey(tx, key, operation.name, call.input)
    // The output was written by us, from this very schema: reading it back is a parsing edge.
    if (before !== null) return operation.output.parse(before.before)
    const output = await operation.run(tx, input)
    if (key !== undefined) await keepOutput(tx, key, output)
    if (call.draft !== undefined) await discardDraft(tx, call.draft)
    return output
  })
}

/**
 * Starts a download: the intent is committed before the first byte; `completed` is logged when the last one is taken,
 * or `failed` when the stream breaks. The body must be made from rows read already or from a cursor of its own.
 */
export async function startDownload<I extends z.ZodType>(
  store: Store,
  operation: Download<string, I>,
  call: Call,
): Promise<DownloadResult> {
  let reader = PUBLIC_READER
  const download = await attempt(
    store,
    operation,
    { ...call, onEntered: (entered, session) => ((reader = entered), call.onEntered?.(entered, session)) },
    (tx, input) => operation.run(tx, input, laterAs(store, tx)),
    'intended',
  )
  void finished(download.body).then(
    () => logEnd(store, operation, call, reader, 'done'),
    () => logEnd(store, operation, call, reader, 'failed'),
  )
  return download
}

function laterAs(store: Store, { reader, request }: Tx): Later {
  return (work) =>
    transaction(store, { reader }, request, async (entered) => ({ value: await work(await entered.open()), audit: [] }))
}

/**
 * Finds out who it is and whether they may, before anything large is taken from them. Logs a refusal and nothing else: the
 * act itself follows with `run`.
 */
export async function admit(
  store: Store,
  operation: Named & Pick<Command, 'access'>,
  call: Omit<Call, 'input'>,
): Promise<Reader> {
  let who = PUBLIC_READER
  try {
    return await transaction(store, call.who, requestOf(operation, call), (entered) => {
      who = entered.reader
      call.onEntered?.(entered.reader, entered.session)
      decide(operation.access, entered.reader, entered.session, store.clock.now())
      return Promise.resolve({ value: entered.reader, audit: [] })
    })
  } catch (error) {
    if (error instanceof FrankpledgeError) await logRefusal(store, operation, call, who, error, () => [])
    throw error
  }
}

async function attempt<I extends z.ZodType, Output>(
  store: Store,
  operation: Described<string, I, Output>,
  call: Call,
  work: (tx: Tx, input: z.output<I>) => Promise<Output>,
  outcome: AuditOutcome = 'done',
): Promise<Output> {
  let who = PUBLIC_READER
  try {
    return await transaction(store, call.who, requestOf(operation, call), async (entered) => {
      who = entered.reader
      call.onEntered?.(entered.reader, entered.session)
      decide(operation.access, entered.reader, entered.session, store.clock.now())
      if (call.alsoNeeds !== undefined) decide(call.alsoNeeds, entered.reader, entered.session, store.clock.now())
      const input = parseInput(operation.input, call.input)
      const value = await work(await entered.open(), input)
      const logged = operation.audit.alreadyLogged?.(value) === true
      return { value, audit: logged ? [] : [entryFor(operation, outcome, input, value)] }
    })
  } catch (error) {
    if (error instanceof FrankpledgeError)
      await logRefusal(store, operation, call, who, error, () => aboutAttempt(operation, call.input, error))
    throw error
  }
}

function requestOf(operation: Named, call: Pick<Call, 'request'>): RequestContext {
  return { ...call.request, purpose: call.request.purpose ?? operation.purpose }
}

function entryFor<I extends z.ZodType, Output>(
  { audit }: Described<string, I, Output>,
  outcome: AuditOutcome,
  input: z.output<I>,
  output: Output,
): AuditEntry {
  const detail = audit.detail?.(input, output)
  return { event: audit.event, outcome, subjects: audit.subjects(input, output), ...(detail && { detail }) }
}

async function logRefusal(
  store: Store,
  operation: Named,
  call: Pick<Call, 'request'>,
  reader: Reader,
  error: FrankpledgeError,
  about: () => readonly Subject[],
) {
  if (error instanceof Forbidden || error instanceof RuleRefused)
    await logAlone(store, operation, call, reader, 'refused', about())
  else if (error instanceof SignInNeeded && error.reason !== 'absent')
    await logAlone(store, operation, call, error.holder ?? reader, 'refused', about())
  // Whoever came too late is told what stands now: that is a read.
  else if (error instanceof Conflict && error.theirs !== null)
    await logAlone(store, operation, call, reader, 'failed', about())
  else if (error instanceof NotFound)
    await logAlone(store, operation, call, reader, await missedOrHidden(store, error), [error.subject])
}

/** A miss looks whether it was hidden; the answer to the reader is the same either way. */
async function missedOrHidden(store: Store, { subject }: NotFound): Promise<AuditOutcome> {
  return (await recordExists(store, subject)) ? 'hidden' : 'missed'
}

/** One entry in a transaction of its own, so that a rolled-back attempt leaves its trace. */
async function logAlone(
  store: Store,
  operation: Named,
  call: Pick<Call, 'request'>,
  reader: Reader,
  outcome: AuditOutcome,
  subjects: readonly Subject[],
): Promise<void> {
  await transaction(store, { reader }, requestOf(operation, call), async (entered) => {
    await entered.open()
    return { value: undefined, audit: [{ event: operation.audit.event, outcome, subjects }] }
  })
}

/** Milliseconds to wait before each new try to write down how a download ended. */
const END_TRIES = [500, 2_000, 10_000, 60_000] as const

/**
 * How a download ended, when nobody waits for it any more: tried again while the database is away. Given up, the line that
 * it was begun stands without its end, which says as much.
 */
async function logEnd(
  store: Store,
  operation: Named,
  call: Pick<Call, 'request'>,
  reader: Reader,
  outcome: 'done' | 'failed',
): Promise<void> {
  for (const wait of [...END_TRIES, null]) {
    try {
      return await logAlone(store, operation, call, reader, outcome, [])
    } catch {
      if (wait !== null) await sleep(wait, undefined, { ref: false })
    }
  }
}
