import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { getBrowser } from './browser.ts'
import { findOrInstallChromium } from './chromium.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

describe('the browser of the journeys', () => {
  test('opens a page and runs its script', async () => {
    const folder = makeTemporaryFolder('browser')
    const file = join(folder.path, 'page.html')
    writeFileSync(file, '<title>before</title><script>document.title = "after"</script>')
    const context = await (await getBrowser()).newContext()
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    expect(await page.title()).toBe('after')
    await context.close()
    folder.remove()
  })

  test('is the same for everybody who asks', async () => {
    expect(await getBrowser()).toBe(await getBrowser())
  })

  test('that is named but does not run is refused in words', async () => {
    await expect(findOrInstallChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow(
      'CHROMIUM_PATH names /nowhere/chromium, which is no browser that runs here.',
    )
  })
})
