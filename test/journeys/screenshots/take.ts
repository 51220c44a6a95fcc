import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'
import { packageRoot } from '../../../src/paths.ts'
import { findOrInstallChromium } from '../../setup/chromium.mjs'
import { withFixedDemonstration } from './fixed-demonstration.ts'
import { SHOTS, type Shot } from './shots.ts'

const folder = join(packageRoot, 'docs', 'screenshots')
const LARGEST = 250_000

const LOOKS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'desktop-night': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'phone-night': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' },
} as const satisfies Record<Shot['looks'][number], BrowserContextOptions>

/** Takes one look at one page; gives the size of its file in bytes. */
async function take(browser: Browser, origin: string, shot: Shot, look: keyof typeof LOOKS): Promise<number> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...LOOKS[look],
  })
  try {
    const page = await context.newPage()
    await page.goto(
      shot.as === null ? shot.path : `/sign-in/start?persona=${shot.as}&back=${encodeURIComponent(shot.path)}`,
    )
    await shot.first?.(page)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    const file = join(folder, `${shot.name}-${look}.png`)
    await page.screenshot({ path: file, fullPage: process.env['FULL'] === '1', animations: 'disabled' })
    return statSync(file).size
  } finally {
    await context.close()
  }
}

function listWords(): string {
  const lines = SHOTS.flatMap(({ name, words, looks }) =>
    looks.map((look) => `| [${name}-${look}.png](${name}-${look}.png) | ${words} | ${look.replace('-', ', ')} |`),
  )
  return `# Screenshots

Of the demonstration force (seed 2016, as of 23 November 2026, 14:45), taken by \`npm run screenshots\`. Every person and incident in it is made up. Desktop is 1440 × 900, phone 390 × 844.

| file | what | how |
| --- | --- | --- |
${lines.join('\n')}
`
}

const wanted = process.argv.slice(2)
const shots = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
mkdirSync(folder, { recursive: true })
if (wanted.length === 0) for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
writeFileSync(join(folder, 'README.md'), listWords())
let tooLarge = 0
await withFixedDemonstration(async (origin) => {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    for (const shot of shots)
      for (const look of shot.looks) {
        const size = await take(browser, origin, shot, look)
        if (size > LARGEST) tooLarge += 1
        console.log(`${shot.name}-${look}.png ${Math.round(size / 1_000)} kB${size > LARGEST ? ', too large' : ''}`)
      }
  } finally {
    await browser.close()
  }
})
process.exitCode = tooLarge === 0 ? 0 : 1
