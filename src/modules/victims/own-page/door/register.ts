import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, NotFound, RuleRefused, SignInNeeded } from '#platform/errors/errors.ts'
import { problemOf } from '#platform/http/errors.ts'
import { OWN, OWN_HELPED, OWN_LEAVE, OWN_MESSAGES, OWN_WISHES } from '../addresses.ts'
import { EN } from '../catalogue/en.ts'
import { sayHelped, sendMessage, setOwnWishes } from '../commands/own-acts.ts'
import { openOwnPage } from '../queries/open-own-page.ts'
import { openOwnHelped, openOwnMessages, openOwnWishes } from '../queries/own-parts.ts'
import { brokenView, overView } from '../views/door.tsx'
import { helpedView, messagesView, wishesView } from '../views/forms.tsx'
import { ownPageView } from '../views/own-page.tsx'
import { clearOwnSession } from './cookies.ts'
import type { OwnPageDeps } from './deps.ts'
import { leave, showDoor, tryCode } from './door.ts'
import { doneAt, doneOf, frameOf, inSession, showForm, takeForm, type OwnForm } from './pages.ts'

const CODES_PER_MINUTE = 10

/** Nothing but our own style sheet and forms to ourselves: no script, no address outside. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

type Handler = (deps: OwnPageDeps, request: FastifyRequest, reply: FastifyReply) => unknown

/** The routes of victims, and the only ones that know their sessions. Whatever goes wrong here is said in their own page’s look. */
export function registerOwnPages(server: FastifyInstance, deps: OwnPageDeps): void {
  void server.register((scope, _options, done) => {
    const bind = (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) => handler(deps, request, reply)
    scope.addHook('onRequest', async (_request, reply) => {
      void reply.header('content-security-policy', POLICY).header('referrer-policy', 'no-referrer')
      void reply.header('x-robots-tag', 'noindex, nofollow')
    })
    scope.setErrorHandler((error, request, reply) => sendProblem(deps, error, request, reply))
    const rateLimit = {
      max: deps.codesPerMinute ?? CODES_PER_MINUTE,
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => request.ip,
    }
    scope.get(`${OWN}/:token`, bind(showDoor))
    scope.post(`${OWN}/:token`, { config: { rateLimit } }, bind(tryCode))
    scope.get(OWN, bind(showOwnPage))
    // An address that came apart on its way says nothing of us either.
    scope.get(`${OWN}/:token/*`, bind(showClosed))
    scope.get(OWN_LEAVE, bind(leave))
    addForm(scope, deps, WISHES)
    addForm(scope, deps, HELPED)
    addForm(scope, deps, MESSAGES)
    done()
  })
}

const WISHES: OwnForm<typeof openOwnWishes.output> = {
  path: OWN_WISHES,
  query: openOwnWishes,
  command: setOwnWishes,
  fields: ['way', 'times', 'language'],
  says: EN.wishes,
  next: doneAt('wishes'),
  view: wishesView,
}

const HELPED: OwnForm<typeof openOwnHelped.output> = {
  path: OWN_HELPED,
  query: openOwnHelped,
  command: sayHelped,
  fields: ['helped', 'words'],
  says: EN.helped,
  next: doneAt('helped'),
  view: helpedView,
}

const MESSAGES: OwnForm<typeof openOwnMessages.output> = {
  path: OWN_MESSAGES,
  query: openOwnMessages,
  command: sendMessage,
  fields: ['words'],
  says: EN.messages,
  next: doneAt('sent', OWN_MESSAGES),
  view: messagesView,
}

function addForm<F extends typeof WISHES | typeof HELPED | typeof MESSAGES>(
  scope: FastifyInstance,
  deps: OwnPageDeps,
  form: F,
): void {
  scope.get(form.path, (request, reply) => showForm(deps, form, request, reply))
  scope.post(form.path, (request, reply) => takeForm(deps, form, request, reply))
}

async function showOwnPage(deps: OwnPageDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { output } = await inSession(deps, request, openOwnPage, {})
  const shown = { now: deps.store.clock.now().toISOString(), done: doneOf(request) }
  return reply.type('text/html; charset=utf-8').send(ownPageView(frameOf(deps), output, shown))
}

function showClosed(deps: OwnPageDeps, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(403)
    .type('text/html; charset=utf-8')
    .send(overView(frameOf(deps)))
}

/** No session, one that is over, a form of another one: the page is closed, and no more is said. */
function sendProblem(deps: OwnPageDeps, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const closed = [SignInNeeded, Forbidden, NotFound, RuleRefused].some((kind) => error instanceof kind)
  if (error instanceof SignInNeeded) clearOwnSession(reply, deps.secure)
  const { status } = problemOf(error, request.id)
  if (!closed && status >= 500) request.log.error({ err: error }, 'request failed')
  return reply
    .code(closed ? 403 : status)
    .type('text/html; charset=utf-8')
    .send(closed ? overView(frameOf(deps)) : brokenView(frameOf(deps)))
}
