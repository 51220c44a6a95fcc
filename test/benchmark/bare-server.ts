import Fastify from 'fastify'
import pg from 'pg'

// The reference of the pages: one route that does in plain Fastify and pg what no page can do without. Prints its address.
const [url = '', account = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 20 })
const server = Fastify()

server.get('/', async () => {
  const client = await pool.connect()
  try {
    await client.query(
      `BEGIN; SET LOCAL ROLE fp_staff; SET LOCAL app.account = '${account}'; SET LOCAL app.roles = '{}'`,
    )
    const { rows } = await client.query('SELECT id, name, number FROM account WHERE id = $1', [account])
    await client.query(
      `INSERT INTO audit_event (at, event, outcome, principal, account_id, purpose, origin, request_id)
      VALUES (now(), 'bare.route', 'done', 'staff', $1, 'benchmark', 'benchmark', 'benchmark')`,
      [account],
    )
    await client.query('COMMIT')
    return rows[0]
  } finally {
    client.release()
  }
})

process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`)
