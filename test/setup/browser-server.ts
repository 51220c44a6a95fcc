import { createServer, type Server } from 'node:http'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findOrInstallChromium } from './chromium.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers the endpoint of the run's browser, which starts with the first question. */
    browserServer: string
  }
}

/** Nothing but the pages under test: no updates, no reports, no first-run pages. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launch = async (): Promise<BrowserServer> =>
  chromium.launchServer({ executablePath: await findOrInstallChromium(), args: flags, host: '127.0.0.1' })

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port for the browser of the tests')
  return address.port
}

/**
 * Vitest's global setup for the journeys: one browser for all test files of a run, started when the first of them asks, so
 * that a run without journeys needs none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let browser: Promise<BrowserServer> | undefined
  const server = createServer((_request, response) => {
    browser ??= launch()
    browser.then(
      (running) => response.end(running.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    )
  })
  project.provide('browserServer', `http://127.0.0.1:${await listen(server)}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    // A browser that did not start has told the tests why.
    await browser?.then(
      (running) => running.close(),
      () => undefined,
    )
  }
}
