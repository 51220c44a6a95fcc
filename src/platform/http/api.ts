import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Invalid } from '#platform/errors/errors.ts'
import type { Store } from '#platform/db/transaction.ts'
import type { Command, Download, Operation, Query } from '#platform/operations/define.ts'
import { run, startDownload } from '#platform/operations/run.ts'
import { callOf, inputOf, meet } from './call.ts'
import { sendDownload } from './downloads.ts'
import { problemOf } from './errors.ts'

/** The address of an operation in the JSON API: `area.rename` is at `/api/area/rename`. */
export function apiPath(operation: { readonly name: string }): string {
  return `/api/${operation.name.replace('.', '/')}`
}

/** Puts every operation under /api: reads by GET, writes by POST with `x-csrf-token` and, if wished, `idempotency-key`. */
export function registerApi(server: FastifyInstance, store: Store, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const path = apiPath(operation)
    if (operation.type === 'command')
      server.post(
        path,
        guarded((request, reply) => answerCommand(store, operation, request, reply)),
      )
    else if (operation.type === 'query')
      server.get(
        path,
        guarded((request, reply) => answerQuery(store, operation, request, reply)),
      )
    else
      server.get(
        path,
        guarded((request, reply) => answerDownload(store, operation, request, reply)),
      )
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Errors of the API are problems in JSON, whatever went wrong. */
function guarded(handler: Handler): Handler {
  return async (request, reply) => {
    try {
      return await handler(request, reply)
    } catch (error) {
      return sendProblem(request, reply, error)
    }
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error, request.id)
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

async function answerQuery(store: Store, query: Query, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const output = await run(store, query, callOf(request, inputOf(request), meet()))
  return sendOutput(reply, query, output)
}

async function answerCommand(
  store: Store,
  command: Command,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const key = idempotencyKeyOf(request)
  const csrf = { token: headerText(request, 'x-csrf-token') }
  const call = callOf(request, request.body ?? {}, meet(), csrf)
  const output = await run(store, command, key === undefined ? call : { ...call, key })
  return sendOutput(reply, command, output)
}

/** Says what the operation declares and nothing more: a column that a statement happens to read stays inside. */
function sendOutput(reply: FastifyReply, operation: Command | Query, output: unknown): FastifyReply {
  return reply.type('application/json').send(JSON.stringify(operation.output.parse(output) ?? null))
}

async function answerDownload(
  store: Store,
  download: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  return sendDownload(reply, await startDownload(store, download, callOf(request, inputOf(request), meet())))
}

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = headerText(request, 'idempotency-key')
  if (key !== undefined && !/^[\x21-\x7e]{8,100}$/.test(key))
    throw new Invalid({
      'idempotency-key': 'An idempotency key has 8 to 100 letters, digits and signs, without spaces.',
    })
  return key
}

function headerText(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
