import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium that is there: the one named by CHROMIUM_PATH, Playwright's own, or the system's. Throws if none is. */
export async function launchChromium(): Promise<Browser> {
  const places = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ]
  const executablePath = places.find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('No Chromium found: install Debian’s "chromium", or name one in CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: flags })
}
