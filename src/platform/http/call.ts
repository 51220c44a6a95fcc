import type { FastifyRequest } from 'fastify'
import type { Reader } from '#platform/access/reader.ts'
import type { LiveSession } from '#platform/access/resolve.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import type { Call } from '#platform/operations/run.ts'
import { whoAsks } from './session-cookie.ts'

/** Who it turned out to be, for the page and for the CSRF check. */
export interface Met {
  reader: Reader | null
  session: LiveSession | null
}

export function meet(): Met {
  return { reader: null, session: null }
}

/** The call that a request makes: who, from where, with what. Writes check the CSRF token as soon as the session is known. */
export function callOf(
  request: FastifyRequest,
  input: unknown,
  met: Met,
  csrf?: { readonly token: string | undefined },
): Call {
  const who = whoAsks(request)
  return {
    who,
    request: { requestId: request.id, origin: request.ip },
    input,
    onEntered(reader, session) {
      met.reader = reader
      met.session = session
      if ('session' in who && session !== null) request.server.provenSessions.add(who.session)
      if (csrf !== undefined && session !== null && csrf.token !== session.csrfToken)
        throw new Forbidden(
          'This page is from an earlier sign-in. Open it again and repeat the change: what you typed was kept as a draft.',
        )
    },
  }
}

/** The path's parameters and the query string as one input; a parameter wins. */
export function inputOf(request: FastifyRequest): Record<string, unknown> {
  const query = typeof request.query === 'object' && request.query !== null ? request.query : {}
  const params = typeof request.params === 'object' && request.params !== null ? request.params : {}
  return { ...query, ...params }
}
