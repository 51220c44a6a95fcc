/**
 * Finds a Chromium for the browser journeys, or gets one the way this machine allows: the shell without windows before the whole
 * browser, which draws a frame around every page that nobody sees. Plain JavaScript, so that scripts can use it before any build.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const runs = (path) => {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

const findInstalled = () => [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path) && runs(path))

const firstLine = (error) =>
  String(error.stderr || error.message)
    .trim()
    .split('\n')[0]

/** Runs one way of getting a browser; answers why it failed, or undefined. */
const attempt = (program, parameters, minutes) => {
  try {
    execFileSync(program, parameters, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: minutes * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return undefined
  } catch (error) {
    return `${[program, ...parameters].join(' ')}: ${firstLine(error)}`
  }
}

const downloadByPlaywright = () => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return attempt(process.execPath, [cli, 'install', 'chromium'], 5)
}

const installByDebian = () => {
  if (process.getuid?.() !== 0) return 'apt-get: needs root'
  if (!existsSync('/usr/bin/apt-get')) return 'apt-get: is not on this machine'
  const install = (name) =>
    attempt('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core'], 10)
  const failure = attempt('apt-get', ['update'], 5) ?? install('chromium-headless-shell')
  return failure === undefined ? undefined : install('chromium')
}

/**
 * The path of a Chromium or Chrome that runs: the one that CHROMIUM_PATH names, an installed one, Playwright's download, or
 * Debian's package.
 *
 * @param {{ CHROMIUM_PATH?: string | undefined }} environment
 * @returns {Promise<string>}
 */
export const findOrInstallChromium = async (environment = process.env) => {
  const named = environment.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (runs(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which is no browser that runs here.`)
  }
  const failures = []
  for (const way of [() => undefined, downloadByPlaywright, installByDebian]) {
    const failure = way()
    if (failure !== undefined) failures.push(failure)
    const found = findInstalled()
    if (found !== undefined) return found
  }
  throw new Error(
    'The browser journeys need Chromium, and none was found or could be got:\n' +
      failures.map((failure) => `- ${failure}\n`).join('') +
      'Install one (Debian: apt-get install chromium-headless-shell fonts-dejavu-core) or name one with CHROMIUM_PATH.',
  )
}
