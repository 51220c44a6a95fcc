import type { FastifyRequest } from 'fastify'

/** What a log line keeps of an error. */
type QuietError = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly [more: string]: string
}

/**
 * Log lines hold method, path without what opens a door, and what went wrong; never a query string, which may hold a name that
 * was searched for, and of the database's errors never the detail, which holds the row, nor the connection, which holds its
 * keys.
 */
export const quietSerializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: withoutSecrets(request.url.split('?')[0] ?? '') }),
  err: quietError,
}

/** A part of an address that is as long as a token is one: ids are shorter. */
function withoutSecrets(path: string): string {
  return path.replaceAll(/\/[\w%-]{40,}/g, '/:secret')
}

function quietError(error: unknown): QuietError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { type: error.constructor.name, message: error.message, stack: error.stack ?? '', ...code }
}
