/** What a person at a terminal is told when a command fails. Pure. */

/** Codes of the operating system and of PostgreSQL that have one likely cause, and what to do about it. */
const CAUSES: Readonly<Record<string, (error: CodedError) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port ?? ''} is taken: stop what listens there, or set PORT to another.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address ?? ''}: check HOST.`,
  ECONNREFUSED: ({ address, port }) =>
    `Nothing answers at ${address ?? 'that address'}${port === undefined ? '' : `:${port}`}: is PostgreSQL running there? Check DATABASE_URL.`,
  ENOTFOUND: ({ hostname }) => `There is no machine called ${hostname ?? 'that'}: check DATABASE_URL.`,
  ETIMEDOUT: () => 'The database did not answer in time: check DATABASE_URL and the network between.',
  ENOENT: ({ path }) => `There is no file or folder ${path ?? 'of that name'}.`,
  EISDIR: ({ path }) => `${path ?? 'That'} is a folder, and a file is wanted.`,
  EACCES: ({ path, port }) =>
    path === undefined && port !== undefined
      ? `This user may not listen on port ${port}: choose one of 1024 or more.`
      : `This user may not open ${path ?? 'that'}: change its owner, or run as another user.`,
  ENOSPC: () => 'The disk is full: make room and try again.',
  '28P01': () => 'The database refuses the password: check DATABASE_URL and DATABASE_OWNER_URL.',
  '28000': ({ message }) => `The database lets this role not in (${message}): check DATABASE_URL and pg_hba.conf.`,
  '3D000': ({ message }) => `${message}: make it first, or check DATABASE_URL.`,
  '42P01': () => 'The database has not been brought to this release: run `frankpledge migrate`.',
  '42501': ({ message }) =>
    `The database does not allow this (${message}): check which role DATABASE_URL and DATABASE_OWNER_URL name.`,
  '53300': () => 'The database has no connection left: lower DATABASE_POOL, or raise its max_connections.',
}

interface CodedError {
  readonly message: string
  readonly path?: string
  readonly address?: string
  readonly hostname?: string
  readonly port?: number
}

/** Faults of ours rather than of the surroundings: only where they happened helps. */
const FAULTS: readonly string[] = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AssertionError',
  'ZodError',
]

/**
 * The failure in words, with what to do where that is known. A fault of the program keeps the place where it happened;
 * `thorough` (LOG_LEVEL=debug) adds it to every other one too.
 */
export function failureWords(error: unknown, thorough: boolean): string {
  if (!(error instanceof Error)) return String(error)
  const place = error.stack ?? error.message
  const words = causeWords(error)
  if (words === null && FAULTS.includes(error.name)) return place
  return thorough ? `${words ?? error.message}\n${place}` : (words ?? error.message)
}

function causeWords(error: Error): string | null {
  // Connecting to a name with several addresses fails once for each of them.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  if (!(first instanceof Error) || !('code' in first) || typeof first.code !== 'string') return null
  const cause = CAUSES[first.code]
  return cause === undefined ? null : cause({ ...details(first), message: first.message })
}

function details(error: Error): Omit<CodedError, 'message'> {
  return {
    ...textOf(error, 'path'),
    ...textOf(error, 'address'),
    ...textOf(error, 'hostname'),
    ...('port' in error && typeof error.port === 'number' ? { port: error.port } : {}),
  }
}

function textOf<Name extends string>(error: Error, name: Name): Partial<Record<Name, string>> {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  const found: Partial<Record<Name, string>> = {}
  if (typeof value === 'string') found[name] = value
  return found
}
