import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { isLoopback } from '#platform/config/settings.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { missingPartitions } from '#platform/db/partitions.ts'
import type { Store } from '#platform/db/transaction.ts'

/** A number to watch, read when it is asked for. */
export interface Metric {
  readonly name: string
  readonly help: string
  read(this: void): number | Promise<number>
}

/**
 * `GET /health`: 200 once the process can serve and reach its database. `GET /ready`: also that no partition of the
 * coming month is missing. `GET /metrics`: for Prometheus. None of them says anything about people or work.
 */
export function registerHealth(
  server: FastifyInstance,
  store: Store,
  version: string,
  metrics: readonly Metric[],
): void {
  server.get('/health', async (_request, reply) => {
    const reached = await store.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
    return reply.code(reached ? 200 : 503).send({ status: reached ? 'ok' : 'database-away', version })
  })
  server.get('/ready', async (_request, reply) => {
    const missing = await missingNow(store)
    const ready = missing !== null && missing.length === 0
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not-ready', missingPartitions: missing ?? [] })
  })
  const registry = registryOf(store, metrics)
  // For a collector on this machine; whoever forwards it outside answers for that.
  server.get('/metrics', async (request, reply) => {
    if (!isLoopback(request.ip)) throw new NotFound({ kind: 'address', id: '' }, 'There is nothing at this address.')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function missingNow(store: Store): Promise<string[] | null> {
  const client = await store.pool.connect().catch(() => null)
  if (client === null) return null
  try {
    return await missingPartitions(client, store.clock.now())
  } finally {
    client.release()
  }
}

function registryOf(store: Store, metrics: readonly Metric[]): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const pool = [
    { name: 'frankpledge_pool_connections', help: 'Connections open', read: () => store.pool.totalCount },
    { name: 'frankpledge_pool_idle', help: 'Connections idle', read: () => store.pool.idleCount },
    {
      name: 'frankpledge_pool_waiting',
      help: 'Requests waiting for a connection',
      read: () => store.pool.waitingCount,
    },
  ]
  for (const { name, help, read } of [...pool, ...metrics])
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  return registry
}
