import { expect, test } from 'vitest'
import { createServer } from './server.ts'

const options = { assetsFolder: null, requestsPerMinute: 100, secure: true, logLevel: 'silent' } as const
const PROXY = '10.1.2.3'
const VISITOR = '192.0.2.7'

/** Where a request seems to come from that arrives from `remoteAddress` with the word that it comes from the visitor. */
async function originSeen(remoteAddress: string, trustedProxies?: readonly string[]): Promise<string> {
  const server = await createServer({ ...options, ...(trustedProxies && { trustedProxies }) })
  server.get('/origin', (request, reply) => reply.send(request.ip))
  try {
    const answer = await server.inject({ url: '/origin', remoteAddress, headers: { 'x-forwarded-for': VISITOR } })
    return answer.body
  } finally {
    await server.close()
  }
}

test('a proxy that is trusted says where a request comes from; nobody else can', async () => {
  expect(await originSeen(PROXY, [PROXY])).toBe(VISITOR)
  expect(await originSeen('10.1.2.4', ['10.1.2.0/24'])).toBe(VISITOR)
  expect(await originSeen('192.0.2.99', [PROXY])).toBe('192.0.2.99')
  expect(await originSeen(PROXY)).toBe(PROXY)
})
