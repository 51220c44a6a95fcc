import { describe, expect } from 'vitest'
import { monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { freshestDay } from '#modules/demonstration/index.ts'
import { addCourses } from '../site/add-course.ts'
import { withOwnSite } from '../site/own-site.ts'
import { PHONE, story } from './story.ts'

const LAST = monthOf(freshestDay(new Date()))
/** Since then bicycles are taken half as often where the racks were moved, as the demonstration tells it. */
const MOVED = addMonths(LAST, -10)
const TREATED = 'Reading town centre'
const ELSEWHERE = {
  'bicycle-theft': ['Oxford city centre', 'Slough town centre', 'High Wycombe', 'Central Milton Keynes'],
  burglary: ['North and east Oxford', 'South Oxford', 'High Wycombe'],
} as const
const RING = ['South Reading', 'West Reading and Caversham']

const site = withOwnSite(async (databaseUrl) => {
  const usual = (neighbourhood: string, category: string) => ({ neighbourhood, category, inMonth: () => 20 })
  await addCourses(
    databaseUrl,
    [addMonths(LAST, -30), LAST],
    [
      { ...usual(TREATED, 'bicycle-theft'), inMonth: (month: CivilMonth) => (month < MOVED ? 20 : 10) },
      ...[...ELSEWHERE['bicycle-theft'], ...RING].map((name) => usual(name, 'bicycle-theft')),
      ...[TREATED, ...ELSEWHERE.burglary, ...RING].map((name) => usual(name, 'burglary')),
    ],
  )
})
const PROBLEMS = '/prevent/problems'
const FELL = 'Bicycles taken from the station racks'
const SAME = 'Burglaries of student houses in the first weeks of term'

describe('Whether a plan made a difference', () => {
  story(
    'is read from the counts: one plan that did, and one that did not, said in the same tone',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant is signed in', () => visit('sergeant'))
      await when('they open a plan that was closed, and ask whether it made a difference', async () => {
        await sergeant.goTo(`${PROBLEMS}?stage=closed`)
        await sergeant.follow(FELL)
        await sergeant.follow('Did it make a difference?')
      })
      await then('they read that it did, beside which areas, by how much, and whether it moved', async () => {
        const said = await sergeant.says()
        expect(await sergeant.heading()).toBe('Did it make a difference?')
        expect(said).toContain('Better than where nothing was done')
        expect(said).toContain('Relative effect')
        expect(said).toContain('Oxford city centre')
        expect(said).toContain('Weighted displacement quotient')
        expect(said).toContain('By the counts it held')
      })
      await when('they ask the same of another', async () => {
        await sergeant.goTo(`${PROBLEMS}?stage=closed`)
        await sergeant.follow(SAME)
        await sergeant.follow('Did it make a difference?')
      })
      await then('they read that no difference is shown', async () => {
        expect(await sergeant.says()).toContain('No difference is shown')
      })
    },
    site.origin,
  )

  story(
    'is chosen by a person: areas are proposed with why, on a phone too, and every choice is kept',
    async ({ visit }, given, when, then) => {
      const commander = await given('an area commander has a phone in the hand', () => visit('commander', PHONE))
      await when('they choose anew what a plan is compared with', async () => {
        await commander.goTo(`${PROBLEMS}?stage=closed`)
        await commander.follow(FELL)
        await commander.follow('Did it make a difference?')
        await commander.follow('Choose anew')
      })
      await then('areas are proposed, most alike first, each with why', async () => {
        const said = await commander.says()
        expect(said).toContain('Those that went most alike before come first')
        expect(said).toContain('of a usual month')
        expect(said).toContain('Areas whose outline touches it')
      })
      await when('they give no reason', () => commander.press('Choose', 400))
      await then('they are asked for one, and nothing was chosen', async () => {
        expect(await commander.says()).toContain('Enter why these areas and times')
      })
      await when('they say why', async () => {
        await commander.fields.type('Why these areas and times', 'The same, with one area more')
        await commander.press('Choose')
      })
      await then('it is counted at once, and the choice before stands beside it', async () => {
        const said = await commander.says()
        expect(said).toContain('Chosen: it is counted anew whenever it is read')
        expect(said).toContain('Number 2, shown here')
        expect(said).toContain('Number 1')
      })
    },
    site.origin,
  )
})
