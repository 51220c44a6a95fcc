import type { FastifyInstance } from 'fastify'
import { sendProblem } from '#platform/http/api.ts'
import { callOf, meet } from '#platform/http/call.ts'
import { openEventStream } from '#platform/http/event-stream.ts'
import { sessionHash } from '#platform/http/session-cookie.ts'
import type { Store, Who } from '#platform/db/transaction.ts'
import { SignInNeeded } from '#platform/errors/errors.ts'
import { run } from '#platform/operations/run.ts'
import { countNotifications } from './count.ts'
import { sendUnseen, type Follower } from './followers.ts'
import { notificationHub, type HubOptions } from './hub.ts'

/**
 * `GET /notifications/stream`: server-sent events, for the count of what one has not seen. Opened as the query
 * `notification.count` is, once, with its line in the audit; it does not keep the session unlocked, and ends with it.
 * `?wait=no` answers with what stands now, and ends.
 */
export function registerNotificationStream(server: FastifyInstance, store: Store, every: HubOptions['every']): void {
  const hub = notificationHub({ store, log: server.log, every })
  server.addHook('preClose', () => hub.stop())
  server.get('/notifications/stream', { compress: false }, async (request, reply) => {
    const met = meet()
    try {
      const session = sessionHash(request)
      if (session === null) throw new SignInNeeded('absent')
      const who: Who = { session, passive: true }
      const unseen = await run(store, countNotifications, { ...callOf(request, {}, met), who })
      const account = met.reader?.account ?? ''
      const last = request.headers['last-event-id']
      const stream = openEventStream(reply)
      const follower: Follower = { session, account, stream, sent: typeof last === 'string' ? last : null }
      sendUnseen(follower, unseen)
      if (isBrief(request.query)) stream.end()
      else hub.follow(follower)
      return reply
    } catch (error) {
      return sendProblem(request, reply, error)
    }
  })
}

function isBrief(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'wait' in query && query.wait === 'no'
}
