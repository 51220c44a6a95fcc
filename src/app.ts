import type { FastifyInstance } from 'fastify'
import { showSession } from '#kernel/access/show-session.ts'
import type { Module } from '#kernel/module.ts'
import { countUnseen } from '#kernel/notifications/count.ts'
import { registerNotificationStream } from '#kernel/notifications/stream.ts'
import type { View } from '#kernel/web/view.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { registerApi, sendProblem } from '#platform/http/api.ts'
import { meet } from '#platform/http/call.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { registerPages, sendErrorPage, type Look } from '#platform/http/pages.ts'
import { createServer, type ServerOptions } from '#platform/http/server.ts'
import type { Store } from '#platform/db/transaction.ts'
import type { Operation } from '#platform/operations/define.ts'
import { findDraft, saveDraft } from '#platform/operations/drafts.ts'

export interface AppOptions extends ServerOptions {
  readonly store: Store
  readonly modules: readonly Module[]
  readonly look: Look<View>
  readonly version: string
  /** Where people reach it; as each request says, unless given. */
  readonly publicUrl?: string
  /** Milliseconds between looks for notifications to send to browsers; a few seconds unless said. */
  readonly notificationsEvery?: number
  /** Sign-in, health and the like: routes outside the one way in, each an explicit part of the public allow-list. */
  readonly publicRoutes: (server: FastifyInstance) => void
}

/** Every operation of the product. */
export function operationsOf(modules: readonly Module[]): readonly Operation[] {
  return [showSession, saveDraft, findDraft, ...modules.flatMap((module) => module.operations)]
}

/** Puts the product together. Throws when two operations share a name or two routes a path. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, modules, look } = options
  const operations = operationsOf(modules)
  refuseTwins(operations)
  const server = await createServer(options)
  options.publicRoutes(server)
  registerApi(server, store, operations)
  const document = JSON.stringify(openApiDocument(operations, 'Frankpledge', options.version))
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(document))
  registerNotificationStream(server, store, options.notificationsEvery)
  registerPages(
    server,
    { store, look, unseen: countUnseen, ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }) },
    modules.flatMap((module) => module.routes),
  )
  server.setNotFoundHandler((request, reply) => {
    const missing = new NotFound({ kind: 'address', id: '' }, 'There is nothing at this address.')
    return request.url.startsWith('/api/')
      ? sendProblem(request, reply, missing)
      : sendErrorPage(request, reply, missing, meet(), look.error)
  })
  server.setErrorHandler((error, request, reply) =>
    request.url.startsWith('/api/')
      ? sendProblem(request, reply, error)
      : sendErrorPage(request, reply, error, meet(), look.error),
  )
  return server
}

function refuseTwins(operations: readonly Operation[]): void {
  const names = operations.map((operation) => operation.name)
  const twin = names.find((name, index) => names.indexOf(name) !== index)
  if (twin !== undefined) throw new Error(`Two operations are called ${twin}.`)
}
