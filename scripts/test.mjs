// `npm test`: everything, on the embedded PostgreSQL and a real browser. Arguments go to vitest: `npm test -- src/ui`.
import { prepare } from './prepare.mjs'

await prepare()
const { findOrInstallChromium } = await import('../test/setup/chromium.mjs')
const { runVitest } = await import('./vitest.mjs')
process.exit(await runVitest(process.argv.slice(2), { CHROMIUM_PATH: await findOrInstallChromium() }))
