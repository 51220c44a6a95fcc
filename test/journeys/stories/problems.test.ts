import { describe, expect } from 'vitest'
import { withOwnSite } from '../site/own-site.ts'
import { PHONE, story } from './story.ts'

const site = withOwnSite()
const PROBLEMS = '/prevent/problems'
const TITLE = 'Benches in the square set on fire'

describe('A problem', () => {
  story(
    'is proposed on a phone, accepted, given its aim, and held up at the gate until it is whole',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant has a phone in the hand', () => visit('sergeant', PHONE))
      await when('they propose a problem', async () => {
        await sergeant.goTo(`${PROBLEMS}/new`)
        await sergeant.fields.type('Title', TITLE)
        await sergeant.fields.type('Place', 'The square')
        await sergeant.fields.pick('Sort of place', 'Town centre')
        await sergeant.fields.pick('Sort of problem', 'Damage and arson')
        await sergeant.fields.pick('Where it comes from', 'Calls')
        await sergeant.press('Propose')
      })
      const path = sergeant.address.replace(/\?.*$/, '')
      await then('it waits for a supervisor', async () => {
        expect(await sergeant.heading()).toBe(TITLE)
        expect(await sergeant.says()).toContain('a supervisor accepts it, or says why not')
      })
      const commander = await when('the area commander accepts it', async () => {
        const visitor = await visit('commander')
        await visitor.goTo(path)
        await visitor.follow('Accept')
        await visitor.press('Accept')
        return visitor
      })
      await then('it says what comes first, and what is owed', async () => {
        const said = await commander.says()
        expect(said).toContain('Before the next stage it needs:')
        expect(said).toContain('Finish the stage: objective')
      })
      await when('the sergeant tries to go on without an aim', async () => {
        await sergeant.goTo(`${path}/advance`)
        await sergeant.press('Go on to the next stage', 422)
      })
      await then('the gate says what is missing', async () => {
        expect(await sergeant.says()).toContain('This stage is not done yet')
      })
      await when('they write it', async () => {
        await sergeant.goTo(`${path}/objective`)
        await sergeant.fields.type(/^Objective/, 'Fewer fires on the square')
        await sergeant.fields.type(/^Counted by/, 'Fires on the square')
        await sergeant.fields.date(/^Set against: from/, '2025-06-01')
        await sergeant.fields.date(/^Set against: to/, '2026-05-31')
        await sergeant.fields.type(/^To be reduced by/, '30')
        await sergeant.fields.date(/^By which day/, '2027-05-31')
        await sergeant.press('Save objective')
        await sergeant.follow('Go on to the next stage')
        await sergeant.press('Go on to the next stage')
      })
      await then('it is scanned next', async () => {
        expect(await sergeant.says()).toContain('On to the next stage')
      })
    },
    site.origin,
  )

  story(
    'was solved before: a sergeant finds plans like theirs, how they ended and whether it held',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant is signed in', () => visit('sergeant'))
      await when('they open a plan that was closed', async () => {
        await sergeant.goTo(`${PROBLEMS}?stage=closed`)
        await sergeant.follow('Bicycles taken from the station racks')
      })
      await then('it shows what was learnt, and its checks', async () => {
        const said = await sergeant.says()
        expect(said).toContain('Who solved this before?')
        expect(said).toContain('Did it hold?')
      })
      await when('they look at the patterns of their area', () => sergeant.goTo('/prevent/candidates'))
      await then('they read when the system looked, or that it has not yet', async () => {
        expect(await sergeant.says()).toMatch(/never what searches found|has not looked yet/)
      })
    },
    site.origin,
  )
})
