import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../pages/check-page.ts'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'
import { story } from './story.ts'

/** An old phone, as far as a page can tell. */
const OLD_PHONE = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true } as const

/** Every page that a victim sees: named alike, of nobody, small, without script, and accessible. */
async function arrived(page: Page): Promise<void> {
  const shape = await page.evaluate(() => ({
    title: document.title.replace('Error: ', ''),
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    scripts: document.scripts.length,
    width: document.documentElement.scrollWidth,
    bytes: document.documentElement.outerHTML.length,
  }))
  expect(shape).toMatchObject({ title: 'Your page', lang: 'en-GB', headings: 1, scripts: 0, width: 320 })
  expect(shape.bytes).toBeLessThan(30_000)
  await expectAccessible(page)
}

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole(role, { name, exact: true }).click()])
}

/** The officer opens victims until there is one who may have a page, and makes a link. */
async function makeLink(
  officer: Visitor,
): Promise<{ readonly path: string; readonly code: string; readonly back: string }> {
  await officer.goTo('/victims')
  const hrefs = await officer.page
    .locator('tbody a[href^="/victims/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => (link.getAttribute('href') ?? '').slice(0, 45)))])
  for (const href of hrefs.filter((one) => /^\/victims\/[0-9a-f-]{36}$/.test(one))) {
    await officer.page.goto(href)
    if ((await officer.page.getByRole('link', { name: 'Make a link to their own page' }).count()) === 0) continue
    await officer.follow('Make a link to their own page')
    await officer.page.getByLabel('Written down for them, or read out').check()
    await officer.page.getByLabel('They want a page of their own, and said that it is safe').check()
    await officer.press('Make the link')
    const message = await officer.page.locator('.fp-copy').innerText()
    expect(message).not.toMatch(/police|crime|officer|victim/i)
    const path = /\/your-case\/[\w-]{43}/.exec(message)?.[0] ?? ''
    return { path, code: await officer.page.locator('.fp-code').innerText(), back: href }
  }
  throw new Error('No victim of the demonstration may have a page of their own.')
}

describe('A victim looks at their own page', () => {
  story(
    'an officer makes a link, and the victim reads, answers and leaves on an old phone',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer', () => visit('officer'))
      const link = await when('they make a link, as agreed', () => makeLink(officer))
      await then('it fits a phone, and is shown once', async () => {
        expect(await faultsOnPhone(officer.page)).toEqual([])
        expect(await officer.says()).toContain('Never send the code with the link')
      })
      const { page } = await given('the victim has the link on an old phone', () => visit(undefined, OLD_PHONE))
      await when('they open it and mistype the code', async () => {
        await page.goto(link.path)
        await arrived(page)
        await page.getByLabel('Your code').fill('12')
        await press(page, 'button', 'Go on')
      })
      await then('it says what to do', async () => {
        await arrived(page)
        expect(await page.locator('main').innerText()).toContain('That did not work')
      })
      await when('they type the code that was said to them', async () => {
        await page.getByLabel('Your code').fill(link.code)
        await press(page, 'button', 'Go on')
      })
      await then('they see what happened, what comes next and whom to ask, and no link in the address', async () => {
        await arrived(page)
        expect(new URL(page.url()).pathname).toBe('/your-case')
        const said = await page.locator('main').innerText()
        expect(said).toMatch(/We were told what happened[^]*What comes next[^]*Ring 101[^]*Your rights/)
        expect(await faultsAtNight(page)).toEqual([])
      })
      await when('they change how they are reached', async () => {
        await press(page, 'link', 'Change how we reach you')
        await arrived(page)
        await page.getByLabel('Send me an email').check()
        await page.getByLabel(/^When is it good/).fill('After six')
        await press(page, 'button', 'Keep this')
        await arrived(page)
        expect(await page.locator('main').innerText()).toContain('We kept how we should reach you')
      })
      await when('they say that it helped, after forgetting to', async () => {
        await press(page, 'link', 'Say if this helped')
        await press(page, 'button', 'Send')
        await arrived(page)
        expect(await page.locator('main').innerText()).toContain('Choose yes, no or not sure')
        await page.getByLabel('Yes', { exact: true }).check()
        await press(page, 'button', 'Send')
      })
      await when('they write a message', async () => {
        await press(page, 'link', 'Read and send messages')
        await arrived(page)
        await page.getByLabel('Your message').fill('May I bring my sister?')
        await press(page, 'button', 'Send it')
        await arrived(page)
      })
      await then('the officer has it on the record, and is told', async () => {
        await officer.goTo(link.back)
        expect(await officer.says()).toMatch(/May I bring my sister\?[^]*helped/)
        expect(await officer.says()).toContain('Email')
        await officer.goTo('/work/notifications')
        expect(await officer.says()).toContain('A victim wrote to you on their own page')
      })
      const left: (string | undefined)[] = []
      // There is no outside here: what would lead there is looked at in its place.
      await page.route('**/your-case/leave', async (route) => {
        const answer = await route.fetch({ maxRedirects: 0 })
        left.push(answer.headers()['location'])
        await route.fulfill({ body: 'Rain later', contentType: 'text/plain' })
      })
      await when('they leave', () => press(page, 'button', 'Leave this page'))
      await then('they are led to the weather, and going back shows nothing of it', async () => {
        expect(left).toEqual(['https://www.bbc.co.uk/weather'])
        await page.goBack()
        expect(await page.locator('main').innerText()).toContain('This page is closed')
      })
    },
  )

  story('it works without script', async ({ visit }, given, when, then) => {
    const officer = await given('an officer', () => visit('officer'))
    const link = await when('they make a link', () => makeLink(officer))
    const { page } = await given('the victim has a browser without script', () =>
      visit(undefined, { ...OLD_PHONE, javaScriptEnabled: false }),
    )
    await when('they sign in, send a message and say that it did not help', async () => {
      await page.goto(link.path)
      await page.getByLabel('Your code').fill(link.code)
      await press(page, 'button', 'Go on')
      await press(page, 'link', 'Read and send messages')
      await page.getByLabel('Your message').fill('Without script')
      await press(page, 'button', 'Send it')
      await press(page, 'link', 'Back to your page')
      await press(page, 'link', 'Say if this helped')
      await page.getByLabel('No', { exact: true }).check()
      await press(page, 'button', 'Send')
    })
    await then('it is kept', async () => {
      expect(await page.locator('main').innerText()).toContain('Thank you for telling us')
    })
    await when('the officer closes their page', async () => {
      await officer.goTo(link.back)
      await officer.follow('close it')
      await officer.press('Close it')
    })
    await then('they are out at the next touch', async () => {
      await page.reload()
      expect(await page.locator('main').innerText()).toContain('This page is closed')
    })
  })
})
