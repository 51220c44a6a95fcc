// `npm start`: everything that a newcomer needs, then the server with the demonstration force.
import { prepare } from './prepare.mjs'

await prepare()
// A demonstration, unless this is a real installation with a database of its own.
process.env.FRANKPLEDGE_DEMO ??= process.env.DATABASE_URL ? 'off' : 'on'
process.argv.splice(2, process.argv.length, 'serve', ...process.argv.slice(2))
await import('../dist/cli.mjs')
