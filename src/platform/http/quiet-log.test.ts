import Fastify from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import pino from 'pino'
import { expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { quietSerializers } from './quiet-log.ts'

const database = withTestDatabase()

test('An error of the database is logged with its code, and without the row that it was about', async () => {
  const client = new pg.Client({ connectionString: database().ownerUrl })
  await client.connect()
  const lines: string[] = []
  const log = pino({ serializers: quietSerializers }, { write: (line: string) => void lines.push(line) })
  try {
    const insert = `INSERT INTO agency (name, kind, valid_from) VALUES ('Mrs Someone', 'voluntary', '2020-01-01')`
    await client.query(insert)
    await client.query(insert).catch((error: unknown) => log.error({ err: error }, 'failed'))
  } finally {
    await client.end()
  }
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { code: '23505', message: expect.stringContaining('agency') },
  })
  expect(lines[0]).not.toContain('Someone')
})

test('A link that opens a door is left out of the line, and an id is not', async () => {
  const lines: string[] = []
  const server = Fastify({
    logger: { serializers: quietSerializers, stream: { write: (line: string) => void lines.push(line) } },
  })
  server.get('/*', () => 'ok')
  const secret = randomBytes(32).toString('base64url')
  const id = randomUUID()
  await server.inject(`/your-case/${secret}?x=1`)
  await server.inject(`/victims/${id}`)
  await server.close()
  expect(lines.join('')).not.toContain(secret)
  expect(lines.join('')).toContain('/your-case/:secret')
  expect(lines.join('')).toContain(`/victims/${id}`)
})
