import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { pagesOf } from '../pages/pdf-words.ts'
import type { Visitor } from '../pages/visitor.ts'
import { story } from './story.ts'

const MOST_STOPS = 60
const FOCUS_YELLOW = 'rgb(255, 221, 0)'

interface Stop {
  readonly words: string
  /** Seen: on the screen, and set off from what is around it. */
  readonly seen: boolean
}

/** Where the keyboard is. */
async function stopOf(page: Page): Promise<Stop> {
  return page.evaluate((yellow): Stop => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return { words: '', seen: false }
    const box = at.getBoundingClientRect()
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0
    const styles = [at, at.nextElementSibling, at.parentElement].flatMap((one) =>
      one === null ? [] : [getComputedStyle(one), getComputedStyle(one, '::before')],
    )
    const marked = styles.some((style) =>
      [style.backgroundColor, style.outlineColor, style.boxShadow, style.borderColor].some((value) =>
        value.includes(yellow),
      ),
    )
    const label =
      at.getAttribute('aria-label') ??
      ('labels' in at && at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : at.innerText)
    return { words: label.trim(), seen: onScreen && marked }
  }, FOCUS_YELLOW)
}

/** Presses Tab until it is at something with these words; each stop on the way must be seen. */
async function tabTo({ page }: Visitor, words: RegExp): Promise<void> {
  const passed: string[] = []
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    passed.push(stop.words)
    expect(stop.seen, `the focus on “${stop.words}” of ${page.url()}`).toBe(true)
    if (words.test(stop.words)) return
  }
  throw new Error(`Tab does not come to ${String(words)}: ${passed.join(' | ')}`)
}

describe('Somebody', () => {
  story('with a keyboard alone signs in and finds a colleague', async ({ visit }, given, when, then) => {
    const visitor = await given('somebody is at the door', async () => {
      const one = await visit()
      await one.goTo('/sign-in')
      return one
    })
    await when('they choose whom to be by Tab and Enter', async () => {
      await tabTo(visitor, /^Be PC Begum/)
      await visitor.go(() => visitor.page.keyboard.press('Enter'))
    })
    await when('skip past the frame, and go to their colleagues', async () => {
      await tabTo(visitor, /^Skip to main content/)
      await visitor.page.keyboard.press('Enter')
      await tabTo(visitor, /^Colleagues/)
      await visitor.go(() => visitor.page.keyboard.press('Enter'))
    })
    await when('and look for a name', async () => {
      await tabTo(visitor, /^Name, number/)
      await visitor.page.keyboard.type('ashdown')
      await visitor.go(() => visitor.page.keyboard.press('Enter'))
    })
    await then('there they are', async () =>
      expect((await visitor.table()).map((row) => row['Person'])).toEqual(['CC Ashdown']),
    )
  })

  story('without JavaScript signs in, filters a list and adds a unit', async ({ visit }, given, when, then) => {
    const visitor = await given('a browser without scripts', () => visit(undefined, { javaScriptEnabled: false }))
    const { page } = visitor
    await when('an administrator signs in', async () => {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: /^Be Mr Trevithick/ }).click()
      expect(await page.title()).toContain('What needs me now?')
    })
    await when('filters the people', async () => {
      await page.goto('/administration/people')
      await visitor.fields.type(/^Name, number/, 'ashdown')
      await page.getByRole('button', { name: 'Find' }).click()
    })
    await then('the list is filtered', async () => {
      expect(await page.locator('main tbody th').allInnerTexts()).toEqual(['CC Ashdown'])
    })
    await when('adds a unit', async () => {
      await page.goto('/administration/units/new')
      await visitor.fields.type('Name', 'Rural patrol')
      await visitor.fields.type('Code', 'RURAL')
      await visitor.fields.date(/First day/, '2026-01-01')
      await page.getByRole('button', { name: 'Add unit' }).click()
    })
    await then('it is there', async () => expect(await page.locator('h1').innerText()).toBe('Rural patrol'))
    await when('opens the menu of who they are, and signs out', async () => {
      await page.locator('.fp-who').click()
      await page.locator('#you').getByText('Sign out').click()
    })
    await then('they are out', async () => expect(await page.locator('h1').innerText()).toBe('You are signed out'))
  })

  story('prints a list, and every sheet says what it is and who printed it', async ({ visit }, given, when, then) => {
    const auditor = await given('an auditor has the colleagues on the screen', async () => {
      const visitor = await visit('auditor')
      await visitor.goTo('/colleagues')
      return visitor
    })
    const sheets = await when('they print it', async () =>
      pagesOf(await auditor.page.pdf({ preferCSSPageSize: true, printBackground: false })),
    )
    await then('each sheet has the marking, who printed it and why, and its number', async () => {
      expect(sheets.length).toBeGreaterThan(1)
      sheets.forEach((words, index) => {
        expect(words, `sheet ${index + 1}`).toMatch(/OFFICIAL/)
        expect(words, `sheet ${index + 1}`).toMatch(/Printed by Mrs Nair, Auditor. Reason: who works where/)
        expect(words, `sheet ${index + 1}`).toContain(`Page ${index + 1} of ${sheets.length}`)
      })
    })
    await then('what is only for the screen is left out', async () =>
      expect(sheets.join(' ')).not.toMatch(/Switch person|Find$/),
    )
  })
})

describe('A program', () => {
  story(
    'with somebody’s session finds the same as the page, and repeats a write without doubling it',
    async ({ visit }, given, when, then) => {
      const administrator = await given('an administrator is signed in', () => visit('administrator'))
      const { request } = administrator.context
      const session = z.object({ csrfToken: z.string() })
      const { csrfToken } = session.parse(await (await request.get('/api/session/show')).json())
      await then('a list has as many as the page says', async () => {
        await administrator.goTo('/administration/people?q=reading')
        const { total } = z
          .object({ total: z.int() })
          .parse(await (await request.get('/api/account/list?q=reading')).json())
        expect(await administrator.says()).toContain(`${total} people found`)
      })
      const data = { code: 'BY-PROGRAM', name: 'Added by a program', agency: 1, validFrom: '2026-01-01' }
      const post = (headers: Record<string, string>) => request.post('/api/unit/add', { data, headers })
      await then('a write without the session’s token is refused', async () =>
        expect((await post({ 'idempotency-key': 'journey-key-0' })).status()).toBe(403),
      )
      const added = await when('the same write comes twice with one key', async () => {
        const headers = { 'x-csrf-token': csrfToken, 'idempotency-key': 'journey-key-1' }
        const answers = [await post(headers), await post(headers)]
        expect(answers.map((answer) => answer.status())).toEqual([200, 200])
        return Promise.all(answers.map(async (answer) => z.object({ id: z.int() }).parse(await answer.json()).id))
      })
      await then('there is one unit', async () => {
        expect(new Set(added).size).toBe(1)
        await administrator.goTo(`/administration/units/${added[0] ?? 0}`)
        expect(await administrator.heading()).toBe('Added by a program')
      })
      await then('and without a key the second is told that the code is taken', async () => {
        const again = await post({ 'x-csrf-token': csrfToken })
        expect(again.status()).toBe(400)
        expect(await again.text()).toContain('Another unit has this code')
      })
    },
  )
})
