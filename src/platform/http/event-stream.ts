import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** One event for a browser: its id comes back as `Last-Event-ID` when the browser comes again. */
export interface StreamEvent {
  readonly id: string
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A response that stays open, and on which events are sent as they come. */
export interface EventStream {
  send(this: void, event: StreamEvent): void
  end(this: void): void
  /** Called once, whoever ended it. */
  onEnd(this: void, done: () => void): void
}

/** Milliseconds between signs of life, shorter than proxies wait for. */
const HEARTBEAT = 25_000
/** Milliseconds after which a browser whose stream broke off comes again. */
const COME_AGAIN = 5_000
/** A browser that leaves more than so many characters unread is gone, or as good as gone. */
const MOST_UNREAD = 65_536

/** Answers with a stream of server-sent events. The route must not compress. */
export function openEventStream(reply: FastifyReply, heartbeat = HEARTBEAT): EventStream {
  const body = new PassThrough()
  const write = (text: string): void => {
    if (body.writableEnded || body.destroyed) return
    if (body.readableLength + body.writableLength > MOST_UNREAD) body.destroy()
    else body.write(text)
  }
  const beat = setInterval(() => write(': still here\n\n'), heartbeat).unref()
  body.on('close', () => clearInterval(beat))
  // A broken line ends the stream; there is nobody to tell.
  body.on('error', () => undefined)
  void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(body)
  write(`retry: ${COME_AGAIN}\n\n`)
  return {
    send: ({ id, name, data }) => write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => void body.end(),
    onEnd: (done) => void body.once('close', done),
  }
}
