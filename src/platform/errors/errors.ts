import type { Reader } from '#platform/access/reader.ts'

/**
 * The closed set of errors that the product speaks of. Each has one HTTP status, mapped in `platform/http`.
 * Anything else that is thrown is a fault of ours: it is logged, and shown as "something went wrong" with a reference.
 */

/** Messages for a person, by field path (`name`, `starts-day`); the key '' is about the whole input. */
export type FieldErrors = Readonly<Record<string, string>>

export abstract class FrankpledgeError extends Error {
  abstract readonly kind: ErrorKind
}

export type ErrorKind = 'not-found' | 'conflict' | 'rule-refused' | 'invalid' | 'forbidden' | 'sign-in-needed'

/** Not there, or not visible to this reader: the two are told apart only in the audit. */
export class NotFound extends FrankpledgeError {
  readonly kind = 'not-found'
  constructor(
    readonly subject: { readonly kind: string; readonly id: string },
    message = 'There is nothing here that you may open.',
  ) {
    super(message)
  }
}

/** Somebody else changed it first; `theirs` is what stands now, so that neither version is lost. */
export class Conflict extends FrankpledgeError {
  readonly kind = 'conflict'
  constructor(
    message: string,
    readonly theirs: unknown = null,
  ) {
    super(message)
  }
}

/** A named rule says no. `rule` is its public code. */
export class RuleRefused extends FrankpledgeError {
  readonly kind = 'rule-refused'
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(message)
  }
}

/** The input cannot be read: says where, and what to do. */
export class Invalid extends FrankpledgeError {
  readonly kind = 'invalid'
  constructor(readonly fields: FieldErrors) {
    super(Object.values(fields)[0] ?? 'Check what was entered.')
  }
}

/** Only where it may be known that the thing exists. */
export class Forbidden extends FrankpledgeError {
  readonly kind = 'forbidden'
  constructor(message = 'Your role does not include this. Ask your supervisor or an administrator.') {
    super(message)
  }
}

/** Nobody is signed in, the screen is locked, or a fresh sign-in is needed for this act. */
export class SignInNeeded extends FrankpledgeError {
  readonly kind = 'sign-in-needed'
  constructor(
    readonly reason: 'absent' | 'locked' | 'ended' | 'step-up',
    /** Whose session it was, for the audit: it opens nothing. Null where nobody is known. */
    readonly holder: Reader | null = null,
  ) {
    super(SIGN_IN_WORDS[reason])
  }
}

const SIGN_IN_WORDS = {
  absent: 'Sign in to go on.',
  locked: 'The screen is locked. Unlock it to go on: nothing was lost.',
  ended: 'You have been signed out. Sign in to go on: your drafts were kept.',
  'step-up': 'Confirm who you are to go on.',
} as const satisfies Record<SignInNeeded['reason'], string>
