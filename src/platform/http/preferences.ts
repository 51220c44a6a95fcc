import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refererPath } from './pages.ts'

const YEAR = 365 * 24 * 60 * 60

const preferences = z.object({ theme: z.enum(['day', 'night', 'device']), shortcuts: z.enum(['on', 'off']) }).partial()

/**
 * `POST /preferences`: how the screen looks, kept in cookies that scripts may read too, and back to the page. Holds no
 * data and changes none, so it is open to whoever has a screen; anything but the known words is left alone.
 */
export function registerPreferences(server: FastifyInstance, secure: boolean): void {
  server.post('/preferences', async (request, reply) => {
    const chosen = preferences.safeParse(request.body)
    for (const [name, value] of Object.entries(chosen.success ? chosen.data : {}))
      if (value !== undefined) void reply.setCookie(name, value, { path: '/', sameSite: 'lax', secure, maxAge: YEAR })
    return reply.redirect(refererPath(request) ?? '/', 303)
  })
}
