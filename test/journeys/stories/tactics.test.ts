import { describe, expect } from 'vitest'
import { withOwnSite } from '../site/own-site.ts'
import { PHONE, story } from './story.ts'

const site = withOwnSite()
const TACTICS = '/prevent/tactics'
const REVIEWS = '/prevent/policy-reviews'
const POLICY = 'Patrol around car parks'

describe('What is known to work', () => {
  story(
    'a sergeant looks up a tactic on a phone, reads what research and our own plans say, and asks to be told more',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant has a phone in the hand', () => visit('sergeant', PHONE))
      await when('they look for what works on burglary', () => sergeant.goTo(`${TACTICS}?type=burglary`))
      await then('each tactic says what research found, how sure it is, and with which mark', async () => {
        const said = await sergeant.says()
        expect(said).toContain('works: less of it')
        expect(said).toContain('unverified: from knowledge')
        expect(said).toContain('What our own plans taught')
      })
      await when('they open one that is known to fail', () => sergeant.goTo(`${TACTICS}/prison-visits`))
      await then('it says who may choose it', async () => {
        expect(await sergeant.says()).toContain('In a plan it is chosen by an inspector only, with the reason')
      })
      await when('they ask to be told of vehicle crime', async () => {
        await sergeant.goTo(`${TACTICS}?type=vehicle-crime`)
        await sergeant.press('Tell me what is learnt about this')
      })
      await then('they are', async () => {
        expect(await sergeant.says()).toContain('You are told when something is learnt about this sort of problem')
      })
    },
    site.origin,
  )

  story(
    'a commander reviews a policy, and it stands beside the tactic that it cites',
    async ({ visit }, given, when, then) => {
      const commander = await given('a commander is signed in', () => visit('commander'))
      await when('they write the review', async () => {
        await commander.goTo(`${REVIEWS}/new`)
        await commander.fields.type('Policy', POLICY)
        await commander.fields.pick('Sort of problem', 'Vehicle crime')
        await commander.fields.type('What was decided', 'Cameras and lights before patrol')
        await commander.fields.type(/^Evidence that it rests on/, 'A review of cameras in car parks')
        await commander.fields.date(/^Day of the review/, '2020-01-10')
        await commander.fields.date(/^Day of the next review/, '2099-01-10')
        await commander.press('Save review')
      })
      await then('it is there for everybody', async () => {
        expect(await commander.heading()).toBe(POLICY)
        expect(await commander.says()).toContain('those who follow this sort of problem are told')
      })
    },
    site.origin,
  )

  story(
    'a commander sees whether problems are worked on alike, and where nobody does',
    async ({ visit }, given, when, then) => {
      const commander = await given('a commander is signed in', () => visit('commander'))
      await when('they look at consistency', () => commander.goTo('/prevent/consistency'))
      await then('it shows areas in their reach only, and whose training is current', async () => {
        const said = await commander.says()
        expect(said).toContain('Stages finished in time')
        expect(said).toContain('Where nobody works on what happens')
        expect(said).toContain('Training current')
      })
    },
    site.origin,
  )
})
