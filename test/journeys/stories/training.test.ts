import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { withOwnSite } from '../site/own-site.ts'
import { PHONE, story } from './story.ts'

const site = withOwnSite()
const CONSISTENCY = '/prevent/consistency'
const COURSE = 'Problem-solving, two days, certificates seen'
const ahead = `${new Date().getFullYear() + 1}-01-31`
const lately = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10)

/** The 7 of "7 of 12", in the table of training. */
const shareIn = (said: string) => /(\d+) of \d+/.exec(said.split('Training current')[1] ?? '')?.[1]

describe('Training', () => {
  story(
    'a sergeant records a course for their team on a phone, and a commander sees the share change and who has lapsed',
    async ({ visit }, given, when, then) => {
      const commander = await given('a commander looks at consistency', async () => {
        const visitor = await visit('commander')
        await visitor.goTo(CONSISTENCY)
        return visitor
      })
      const before = Number(shareIn(await commander.says()))
      const sergeant = await given('a sergeant has the list of their team on a phone', async () => {
        const visitor = await visit('sergeant', PHONE)
        await visitor.goTo('/training')
        return visitor
      })
      await then('it says whose training lapses soon, and whose has lapsed', async () => {
        const said = await sergeant.says()
        expect(said).toMatch(/PS Ellis[^]*lapses after/)
        expect(said).toMatch(/PC Begum[^]*lapsed after/)
        expect(await faultsOnPhone(sergeant.page)).toEqual([])
        expect(await faultsAtNight(sergeant.page)).toEqual([])
      })
      await when('they record a course with a day that lies ahead', async () => {
        await sergeant.follow('Record a course')
        expect(await faultsOnPhone(sergeant.page)).toEqual([])
        await sergeant.fields.tick('PC Begum')
        await sergeant.fields.date(/^Day on which it was finished/, ahead)
        await sergeant.fields.type('Course', COURSE)
        await sergeant.press('Record course', 400)
      })
      await then('they are told so, and what they typed stays', async () => {
        expect(await sergeant.says()).toContain('must be today or in the past')
        expect(await sergeant.fields.value('Course')).toBe(COURSE)
      })
      await when('they put the day right', async () => {
        await sergeant.fields.date(/^Day on which it was finished/, lately)
        await sergeant.press('Record course')
      })
      await then('it is recorded, and stands with the officer', async () => {
        expect(await sergeant.says()).toContain('Course recorded')
        await sergeant.follow('PC Begum')
        expect(await sergeant.says()).toContain(COURSE)
        const officer = await visit('officer')
        await officer.goTo('/training')
        await officer.follow('Your own training')
        expect(await officer.heading()).toBe('What are you trained in?')
        expect(await officer.says()).toContain('current to')
        expect(await officer.says()).not.toContain('Take back')
      })
      await when('the commander looks at consistency again', () => commander.goTo(CONSISTENCY))
      await then('one more is current, and the share opens who has lapsed', async () => {
        expect(Number(shareIn(await commander.says()))).toBe(before + 1)
        await commander.follow(new RegExp(`^${before + 1} of `), commander.page.locator('table').last())
        expect(await commander.heading()).toBe('Whose training is current?')
        await commander.fields.pick('How it stands', 'lapsed')
        await commander.press('Show')
        expect(await commander.says()).toContain('lapsed after')
        expect(await commander.says()).not.toContain('PC Begum')
      })
    },
    site.origin,
  )

  story(
    'a chief sets areas against one another, and a commander takes back what was recorded by mistake',
    async ({ visit }, given, when, then) => {
      const chief = await given('a chief is signed in', () => visit('chief'))
      await when('they look at consistency', () => chief.goTo(CONSISTENCY))
      await then('areas are set against one another by whose training is current', async () => {
        expect(await chief.says()).toContain('Training in problem-solving that is current')
      })
      const commander = await given('a commander has the training of the sergeant open', async () => {
        const visitor = await visit('commander')
        await visitor.goTo('/training')
        await visitor.follow('PS Ellis')
        return visitor
      })
      await when('they take it back', async () => {
        await commander.follow(/^Take back/)
        await commander.fields.type('Why', 'He was not on that course')
        await commander.press('Take back')
      })
      await then('nothing counts any more, and the reason stands there', async () => {
        const said = await commander.says()
        for (const words of ['Taken back', 'nothing recorded', 'He was not on that course'])
          expect(said).toContain(words)
      })
    },
    site.origin,
  )
})
