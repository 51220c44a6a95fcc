import {
  Conflict,
  Forbidden,
  FrankpledgeError,
  Invalid,
  NotFound,
  RuleRefused,
  SignInNeeded,
  type ErrorKind,
} from '#platform/errors/errors.ts'

export const STATUS = {
  'not-found': 404,
  conflict: 409,
  'rule-refused': 422,
  invalid: 400,
  forbidden: 403,
  'sign-in-needed': 401,
} as const satisfies Record<ErrorKind, number>

/** An error as a client may see it: nothing of the inside. Shape of RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly requestId: string
  readonly fields?: Readonly<Record<string, string>>
  readonly rule?: string
  readonly reason?: string
  readonly theirs?: unknown
}

const TITLES: Record<number, string> = {
  400: 'Something entered cannot be read',
  401: 'Sign in needed',
  403: 'Not in your role',
  404: 'Nothing here',
  405: 'Not done this way',
  409: 'Somebody changed this first',
  413: 'Too large',
  415: 'Not a kind of content that is read here',
  422: 'A rule says no',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not available at the moment',
}

/** Maps anything thrown to a problem: the one place where errors meet HTTP. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof FrankpledgeError)
    return { ...base(STATUS[error.kind], error.message, requestId, error.kind), ...extras(error) }
  if (isUnavailable(error))
    return base(
      503,
      'The database cannot be reached at the moment. Nothing was lost: try again shortly.',
      requestId,
      'unavailable',
    )
  if (isFull(error))
    return base(
      503,
      'There is no room left on the server, so nothing of this was kept. Tell the service desk, and try again later.',
      requestId,
      'full',
    )
  const status = clientStatus(error)
  if (status !== null) return base(status, CLIENT_WORDS[status] ?? 'The request cannot be read.', requestId, 'request')
  return base(500, `Something went wrong on our side. Quote ${requestId} when you report it.`, requestId, 'fault')
}

function base(status: number, detail: string, requestId: string, type: string): Problem {
  return { type: `urn:frankpledge:${type}`, title: TITLES[status] ?? 'The request failed', status, detail, requestId }
}

function extras(error: FrankpledgeError): Partial<Problem> {
  if (error instanceof Invalid) return { fields: error.fields }
  if (error instanceof RuleRefused) return { rule: error.rule }
  if (error instanceof SignInNeeded) return { reason: error.reason }
  if (error instanceof Conflict && error.theirs !== null) return { theirs: error.theirs }
  if (error instanceof NotFound || error instanceof Forbidden) return {}
  return {}
}

const CLIENT_WORDS: Record<number, string> = {
  400: 'The request cannot be read. Check its form and send it again.',
  405: 'This address does not take requests of that kind.',
  413: 'What was sent is too large.',
  415: 'Send JSON, or a form.',
  429: 'Too many requests came from here. Wait a minute and try again.',
}

/** Errors of the HTTP library about the request itself carry a status under 500. */
function clientStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null
}

const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
])

/** No room for a file, for this account's share of the disk, or for the database. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && FULL.has(error.code)
}

/** The database is away, or is coming back. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && typeof error.code === 'string' && LOST_CONNECTION.has(error.code)) return true
  // The database's socket is not there; a file that is not there is another matter.
  if ('code' in error && error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  )
}
