import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { quietSerializers } from './quiet-log.ts'
import { provenSessions, sessionHash } from './session-cookie.ts'

export interface ServerOptions {
  /** Folder of built assets, served under /assets for ever (their names carry their hash); null in tests without pages. */
  readonly assetsFolder: string | null
  /** Requests a minute for one session, or for one address where nobody is known to be signed in. */
  readonly requestsPerMinute: number
  /** Served over TLS: sends HSTS and marks cookies secure. */
  readonly secure: boolean
  readonly logLevel: 'silent' | 'warn' | 'info' | 'debug'
  /** Addresses and networks of the proxies in front, whose word on where a request comes from is taken; none if left out. */
  readonly trustedProxies?: readonly string[]
}

/** Milliseconds in which a request must have come in whole: 200 MB over 5.5 Mbit/s. */
const REQUEST_TIMEOUT = 300_000

/** The HTTP server with its guards and without a single route of the product. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: {
      level: options.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: quietSerializers,
    },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy:
      options.trustedProxies === undefined || options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: 1_048_576,
    requestTimeout: REQUEST_TIMEOUT,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
  })
  await server.register(helmet, helmetOptions(options.secure))
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: 1_048_576 })
  await server.register(compress, { global: true, encodings: ['gzip', 'identity'], threshold: 2_048 })
  const proven = provenSessions()
  server.decorate('provenSessions', proven)
  await server.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const hash = sessionHash(request)
      return hash === null || !proven.has(hash) ? request.ip : hash.toString('base64url')
    },
  })
  if (options.assetsFolder !== null)
    await server.register(staticFiles, {
      root: options.assetsFolder,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    })
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) void reply.header('cache-control', 'no-store')
    void reply.header('x-request-id', request.id)
  })
  return server
}

function helmetOptions(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  } as const
}
