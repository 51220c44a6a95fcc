// `npm run screenshots`: takes docs/screenshots/*.png anew, of the demonstration of a fixed day. Names after it take only
// those: npm run screenshots -- levels audit
import process from 'node:process'

process.argv.splice(2, 0, 'test/journeys/screenshots/take.ts')
await import('./program.mjs')
