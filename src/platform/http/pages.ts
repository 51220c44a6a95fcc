import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localPath } from '#platform/access/local-path.ts'
import { PUBLIC_READER } from '#platform/access/reader.ts'
import type { Store, Tx } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, Invalid, RuleRefused, SignInNeeded, type FieldErrors } from '#platform/errors/errors.ts'
import { asTyped, readFormBody } from '#platform/forms/body.ts'
import type { AccessRule } from '#platform/operations/define.ts'
import { findDraft } from '#platform/operations/drafts.ts'
import { admit, run, startDownload } from '#platform/operations/run.ts'
import { callOf, inputOf, meet, type Met } from './call.ts'
import { sendDownload } from './downloads.ts'
import { problemOf, STATUS, type Problem } from './errors.ts'
import type { DownloadRoute, FormPost, Page, PageContext, Route } from './routes.ts'
import { readUpload, registerUploads } from './uploads.ts'

/** How things look: handed down by the roof, since this floor knows no components. */
export interface Look<View> {
  page(this: void, view: View, context: PageContext): string
  error: ErrorPage
}

export type ErrorPage = (problem: Problem, context: Pick<PageContext, 'reader' | 'url' | 'theme'>) => string

interface Site<View> {
  readonly store: Store
  readonly look: Look<View>
  /** How many notifications this reader has not seen; null for one who gets none. */
  readonly unseen?: (tx: Tx) => Promise<number | null>
  /** Where people reach it; as the request says, unless given. */
  readonly publicUrl?: string
}

/** Binds pages, forms and downloads to the server. */
export function registerPages<View>(server: FastifyInstance, site: Site<View>, routes: readonly Route<View>[]): void {
  const { error: errorPage } = site.look
  const uploads = routes.filter((route) => route.type === 'form').filter((form) => form.upload !== undefined)
  registerUploads(server, uploads, (form) => guarded(errorPage, (...met) => takeForm(site, form, ...met)))
  for (const route of routes) {
    if (route.type === 'page')
      server.get(
        route.path,
        guarded(errorPage, (...met) => showOrLead(site, route, ...met, needsOf(route, routes))),
      )
    else if (route.type === 'form') {
      if (route.upload !== undefined) continue
      server.post(
        route.path,
        guarded(errorPage, (...met) => takeForm(site, route, ...met)),
      )
    } else
      server.get(
        route.path,
        guarded(errorPage, (...met) => takeDownload(site.store, route, ...met)),
      )
  }
}

/**
 * A page whose form is sent to the page's own address is there for that form: it opens to those who may send it, and asks
 * for fresh proof only when it is sent.
 */
function needsOf<View>(page: Page<View>, routes: readonly Route<View>[]): AccessRule<string> | undefined {
  const own = routes.find((route) => route.type === 'form' && route.path === page.path)
  return own?.type === 'form' ? { ...own.command.access, stepUp: false } : undefined
}

/** Shows the page; somebody who may not open it is led to what is theirs in its place, where there is anything. */
async function showOrLead<View>(
  site: Site<View>,
  page: Page<View>,
  request: FastifyRequest,
  reply: FastifyReply,
  met: Met,
  needs: AccessRule<string> | undefined,
): Promise<unknown> {
  try {
    return await showPage(site, page, request, reply, met, { needs })
  } catch (error) {
    const path = error instanceof Forbidden && met.reader !== null ? page.elsewhere?.(met.reader) : null
    if (path === null || path === undefined) throw error
    return reply.redirect(path, 303)
  }
}

type PageHandler = (request: FastifyRequest, reply: FastifyReply, met: Met) => Promise<unknown>

function guarded(errorPage: ErrorPage, handler: PageHandler) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const met = meet()
    try {
      return await handler(request, reply, met)
    } catch (error) {
      return sendErrorPage(request, reply, error, met, errorPage)
    }
  }
}

/** Somebody who must sign in or unlock is sent there and brought back; everything else is shown in words. */
export function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  met: Met,
  errorPage: ErrorPage,
): FastifyReply {
  if (error instanceof SignInNeeded) {
    const back = request.method === 'GET' ? request.url : (refererPath(request) ?? '/')
    const door = { absent: '/sign-in', ended: '/sign-in', locked: '/locked', 'step-up': '/confirm' }[error.reason]
    return reply.redirect(`${door}?back=${encodeURIComponent(back)}`, 303)
  }
  const problem = problemOf(error, request.id)
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  const html = errorPage(problem, { reader: met.reader ?? PUBLIC_READER, url: request.url, theme: themeOf(request) })
  return reply.code(problem.status).type('text/html; charset=utf-8').send(html)
}

interface Shown {
  readonly errors: FieldErrors
  readonly values: Readonly<Record<string, unknown>>
  readonly key: string | undefined
  readonly status: number
}

async function showPage<View>(
  { store, look, unseen }: Site<View>,
  page: Page<View>,
  request: FastifyRequest,
  reply: FastifyReply,
  met: Met,
  { shown, needs }: { readonly shown?: Shown; readonly needs?: AccessRule<string> | undefined },
): Promise<unknown> {
  const call = callOf(request, inputOf(request), met)
  let unseenCount: number | null = null
  const model = await run(store, page.query, {
    ...call,
    ...(needs !== undefined && { alsoNeeds: needs }),
    ...(unseen !== undefined && { alongside: async (tx) => void (unseenCount = await unseen(tx)) }),
  })
  const draft = shown === undefined ? await draftFor(store, page, request) : null
  const context = contextOf(request, met, store.clock.now(), {
    purpose: page.query.purpose,
    unseen: unseenCount,
    errors: shown?.errors ?? {},
    values: shown?.values ?? draft?.fields ?? {},
    key: shown?.key ?? randomUUID(),
    draftSavedAt: draft?.savedAt ?? null,
  })
  const html = look.page(page.view(model, context), context)
  return reply
    .code(shown?.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(html)
}

async function draftFor<View>(store: Store, page: Page<View>, request: FastifyRequest) {
  const key = page.draft?.(inputOf(request))
  return key === undefined ? null : run(store, findDraft, callOf(request, { key }, meet()))
}

function contextOf(
  request: FastifyRequest,
  met: Met,
  now: Date,
  form: Pick<PageContext, 'errors' | 'values' | 'key' | 'draftSavedAt' | 'purpose' | 'unseen'>,
): PageContext {
  const done = inputOf(request)['done']
  return {
    reader: met.reader ?? PUBLIC_READER,
    csrf: met.session?.csrfToken ?? '',
    postings: met.session?.postings ?? [],
    requestId: request.id,
    now,
    url: request.url,
    done: typeof done === 'string' ? done : null,
    theme: themeOf(request),
    ...form,
  }
}

async function takeForm<View>(
  site: Site<View>,
  form: FormPost<View>,
  request: FastifyRequest,
  reply: FastifyReply,
  met: Met,
): Promise<unknown> {
  const { body, broken } = await bodyOf(site.store, form, request, met)
  const { controls, answers } = readFormBody(body)
  const params = inputOf(request)
  const version = controls.version === undefined ? {} : { version: controls.version }
  const draft = form.draft?.(params)
  try {
    if (broken !== null) throw broken
    const call = callOf(request, { ...answers, ...version, ...params }, met, { token: controls.csrf })
    const output = await run(site.store, form.command, {
      ...call,
      ...(controls.key !== undefined && { key: controls.key }),
      ...(draft !== undefined && { draft }),
    })
    if (form.answer !== undefined) return await sendAnswer(site, form.answer, output, request, reply, met)
    return await reply.redirect(form.next(output, params), 303)
  } catch (error) {
    const errors = fieldErrorsOf(error)
    if (errors === null) throw error
    const status =
      error instanceof Invalid ? STATUS.invalid : error instanceof Conflict ? STATUS.conflict : STATUS['rule-refused']
    // After a conflict it is another act: what is saved then is chosen with both versions in view.
    const key = error instanceof Conflict ? undefined : controls.key
    return await showPage(site, form.page, request, reply, met, {
      shown: { errors, values: asTyped(answers), key, status },
    })
  }
}

/** Shows what a command gave, once: there is no address at which it could be seen again. */
function sendAnswer<View>(
  { store, look, publicUrl }: Site<View>,
  answer: NonNullable<FormPost<View>['answer']>,
  output: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  met: Met,
): FastifyReply {
  const form = { errors: {}, values: {}, key: randomUUID(), draftSavedAt: null, purpose: '', unseen: null }
  const context = contextOf(request, met, store.clock.now(), form)
  const address = publicUrl ?? `${request.protocol}://${request.host}`
  return reply.type('text/html; charset=utf-8').send(look.page(answer(output, context, address), context))
}

/** The body of a form; with a file, what came of it until it broke off, and why it did. */
async function bodyOf<View>(
  store: Store,
  form: FormPost<View>,
  request: FastifyRequest,
  met: Met,
): Promise<{ readonly body: unknown; readonly broken: Error | null }> {
  if (form.upload === undefined) return { body: request.body, broken: null }
  return readUpload(request, form.upload, (csrf) =>
    admit(store, form.command, callOf(request, {}, met, { token: csrf })),
  )
}

/** What a form can show beside its fields; anything else is a page of its own. A conflict stands under `_version`. */
function fieldErrorsOf(error: unknown): FieldErrors | null {
  if (error instanceof Invalid) return error.fields
  if (error instanceof Conflict) return { _version: error.message }
  if (error instanceof RuleRefused) return { '': error.message }
  return null
}

async function takeDownload(
  store: Store,
  route: DownloadRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  met: Met,
): Promise<unknown> {
  return sendDownload(reply, await startDownload(store, route.download, callOf(request, inputOf(request), met)))
}

export function themeOf(request: FastifyRequest): 'day' | 'night' | null {
  const theme = request.cookies['theme']
  return theme === 'day' || theme === 'night' ? theme : null
}

/** The page of ours that the browser was on, or null. An address that names a site by itself (`//…`) is none of ours. */
export function refererPath(request: FastifyRequest): string | null {
  const referer = request.headers.referer
  if (referer === undefined || !URL.canParse(referer)) return null
  const url = new URL(referer)
  return url.host === request.host ? localPath(url.pathname + url.search, '') || null : null
}
