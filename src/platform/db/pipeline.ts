import type pg from 'pg'
import { carried } from '#platform/edge.ts'

/**
 * Whether statements are sent without waiting for the answer to the one before: for requests, and not for jobs, since COPY
 * needs the connection to itself.
 */
export function setPipeline(client: pg.ClientBase, pipeline: boolean): void {
  Object.assign(client, { pipeline })
}

/** Sends what `send` asks and whatever is asked before the microtasks are through in one message to the operating system. */
export function together<T>(client: pg.ClientBase, send: () => T): T {
  const { stream } = carried<{ connection: { stream: { cork: () => void; uncork: () => void } } }>(client).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  return send()
}
