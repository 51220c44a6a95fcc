import type { Adapter, AdapterPayload } from 'oidc-provider'

const MOST = 5_000

interface Kept {
  readonly payload: AdapterPayload
  readonly until: number
}

/**
 * Where the demonstration's provider keeps what is under way: in memory, gone with the process, the oldest given up
 * first. One store for all of its models, as they look one another up.
 */
export function memoryAdapters(now: () => number): (model: string) => Adapter {
  const kept = new Map<string, Kept>()
  const find = (test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...kept.values()].find(({ payload, until }) => until > now() && test(payload))?.payload
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      kept.delete(`${model}:${id}`)
      kept.set(`${model}:${id}`, { payload, until: expiresIn === undefined ? Infinity : now() + expiresIn * 1_000 })
      const oldest = kept.size > MOST ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
    },
    async find(id) {
      const row = kept.get(`${model}:${id}`)
      return row !== undefined && row.until > now() ? row.payload : undefined
    },
    async findByUid(uid) {
      return find((payload) => payload.uid === uid && payload.kind === model)
    },
    async findByUserCode(code) {
      return find((payload) => payload.userCode === code)
    },
    async consume(id) {
      const row = kept.get(`${model}:${id}`)
      if (row !== undefined) row.payload.consumed = Math.floor(now() / 1_000)
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grant) {
      for (const [key, { payload }] of kept) if (payload.grantId === grant) kept.delete(key)
    },
  })
}
