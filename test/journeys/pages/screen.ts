import type { Page } from 'playwright-core'
import { axeOn } from './check-page.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
const SMALLEST_TARGET = 24

interface Fit {
  readonly width: number
  /** What reaches beyond the right edge, and does not scroll by itself. */
  readonly beyond: readonly string[]
  /** What can be pressed and is smaller than a fingertip. */
  readonly small: readonly string[]
}

/** What is wrong on a phone: something reaches beyond the edge, or is too small to be pressed (WCAG 2.5.8). */
export async function faultsOnPhone(page: Page): Promise<string[]> {
  const faults: string[] = []
  await page.setViewportSize(PHONE)
  const fit = await page.evaluate((least): Fit => {
    const words = (element: Element): string =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`
    const scrolls = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null; one = one.parentElement)
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one !== document.body)
          return true
      return false
    }
    const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => seen(element) && element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element),
    )
    const pressed = [...document.querySelectorAll('a[href], button, select, summary, input:not([type=hidden])')]
    const small = pressed.filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      // A link within a line of words may be as high as the line; the box of a tick is the label's as well.
      const excused =
        getComputedStyle(element).display === 'inline' || /checkbox|radio/.test(element.getAttribute('type') ?? '')
      return seen(element) && width > 2 && !excused && Math.min(width, height) < least
    })
    return { width: document.documentElement.scrollWidth, beyond: beyond.map(words), small: small.map(words) }
  }, SMALLEST_TARGET)
  await page.setViewportSize(DESK)
  if (fit.width > PHONE.width) faults.push(`is ${fit.width} wide on a phone`)
  faults.push(...fit.beyond.map((one) => `reaches beyond a phone's edge: ${one}`))
  faults.push(...fit.small.map((one) => `is too small to press on a phone: ${one}`))
  return faults
}

/** What is wrong at night, with motion reduced: words that do not stand out from their ground, and what moves. */
export async function faultsAtNight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const { violations } = await axeOn(page).withRules(['color-contrast']).analyze()
  const moving = await page.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
  )
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  const found = violations.flatMap(({ nodes }) => nodes.map(({ html }) => `does not stand out at night: ${html}`))
  return moving === 0 ? found : [...found, `${moving} things move although motion is reduced`]
}
