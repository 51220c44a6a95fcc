import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { PHONE, story } from './story.ts'

const LIBRARY = 'Street drinkers outside the library'
const FAMILY = 'One family hit again and again in Whitley'
const FOUNTAIN = 'Drinking and needles by the fountain'
const CASE = 'Shouted at on the way home'

describe('Partner agencies', () => {
  story(
    'a council’s safety manager has a day: what is shared, an action, a question, and one of their own',
    async ({ visit }, given, when, then) => {
      const partner = await given('they are signed in, on a phone', () => visit('partner', PHONE))
      await then('they begin with what needs their agency, and with nothing else', async () => {
        await partner.goTo('/')
        expect(partner.address).toBe('/partner')
        expect(await partner.heading()).toBe('What needs your agency now?')
        const said = await partner.says()
        for (const words of ['Your actions', 'Questions to you', 'What is shared with you', LIBRARY])
          expect(said).toContain(words)
        expect(said).not.toContain(FAMILY)
        expect(await faultsOnPhone(partner.page)).toEqual([])
      })
      await when('they look at what they were told', async () => {
        await partner.goTo('/work/notifications')
        expect(await faultsOnPhone(partner.page)).toEqual([])
      })
      await then('it is what was shared with them and what they were asked', async () => {
        const said = await partner.says()
        for (const words of ['Shared with your agency', 'A question to you', LIBRARY]) expect(said).toContain(words)
        expect(said).not.toContain(FAMILY)
        await partner.goTo('/partner')
      })
      await when('they say that an action is done', async () => {
        await partner.follow('Mend the lights in the library passage')
        expect(await faultsOnPhone(partner.page)).toEqual([])
        await partner.fields.type('What came of it', 'Two lamps replaced on Monday')
        await partner.press('It is done')
      })
      await then('it is done, in their own words', async () => {
        expect(await partner.says()).toContain('Two lamps replaced on Monday')
      })
      await when('they refuse a question, with the reason', async () => {
        await partner.follow('On which days did your cameras on the bridge not work?')
        await partner.fields.tick('No, and here is why')
        await partner.fields.type('Your answer, or why you refuse', 'The log is with the contractor until Friday')
        await partner.press('Send reply')
      })
      await then('the question has its reply, and no field is left', async () => {
        const said = await partner.says()
        expect(said).toContain('The log is with the contractor until Friday')
        expect(said).not.toContain('Send reply')
      })
      await when('they open what is shared, and ask the police', async () => {
        await partner.goTo('/partner')
        await partner.follow(new RegExp(`^\\S+ ${LIBRARY}`))
        expect(await faultsOnPhone(partner.page)).toEqual([])
        await partner.follow('Ask the police')
        await partner.fields.type('Question', 'Is the bottle bank missed?')
        await partner.fields.pick('Purpose', 'Reduce crime and disorder together')
        await partner.press('Ask the police')
      })
      await then('the question stands there with the day on which its answer is due', async () => {
        expect(await partner.says()).toContain('Is the bottle bank missed?')
      })

      const sergeant = await given('the sergeant looks at sharing, at a desk', async () => {
        const visitor = await visit('sergeant')
        await visitor.goTo('/prevent/sharing')
        return visitor
      })
      await then('they were told that the partner asks', async () => {
        await sergeant.goTo('/work/notifications')
        expect(await sergeant.says()).toContain('A question to you')
        await sergeant.goTo('/prevent/sharing')
      })
      await when('they answer', async () => {
        expect(await faultsAtNight(sergeant.page)).toEqual([])
        await sergeant.follow('Is the bottle bank missed?')
        await sergeant.fields.tick('Yes')
        await sergeant.fields.type('Your answer, or why you refuse', 'Nobody told us so')
        await sergeant.press('Send reply')
      })
      await then('the partner reads it', async () => {
        await partner.goTo('/partner')
        expect(await partner.says()).toContain('Nobody told us so')
      })
    },
  )

  story(
    'a sergeant is refused a share, makes one under the agreement, and ends it again',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('the sergeant has the sharing of a plan open', async () => {
        const visitor = await visit('sergeant')
        await visitor.goTo('/prevent/problems?stage=response')
        await visitor.follow(FAMILY)
        await visitor.follow('Sharing')
        return visitor
      })
      const share = async (agreement: RegExp | null) => {
        await sergeant.follow('Share it')
        await sergeant.fields.pick('Agency', 'Reading Borough Council')
        if (agreement !== null) {
          const options = await sergeant.fields
            .named(/^Agreement/)
            .locator('option')
            .allInnerTexts()
          await sergeant.fields.pick(/^Agreement/, options.find((option) => agreement.test(option)) ?? '')
        }
        await sergeant.fields.pick(
          'Lawful gateway',
          'Crime and Disorder Act 1998, section 115: to reduce crime and disorder in an area',
        )
        await sergeant.fields.pick('Purpose', 'Reduce crime and disorder together')
        await sergeant.fields.tick('What it is, where, and how far it has come')
        const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
        await sergeant.fields.date('Last day', day)
        await sergeant.press('Share')
      }
      await when('they share without an agreement', () => share(null))
      await then('it is refused in plain words, and kept', async () => {
        expect(await sergeant.says()).toContain('There is no agreement with this agency.')
        expect(await sergeant.says()).toContain('SHR01')
      })
      await when('they share under the agreement', () => share(/^Reading community safety/))
      const partner = await given('the partner looks', async () => {
        const visitor = await visit('partner')
        await visitor.goTo('/partner')
        return visitor
      })
      await then('they see it', async () => {
        expect(await partner.says()).toContain(FAMILY)
        expect(await faultsAtNight(partner.page)).toEqual([])
      })
      await when('the sergeant ends it', async () => {
        await sergeant.follow('End it')
        await sergeant.fields.type('Reason', 'Shared with the wrong council')
        await sergeant.press('End share')
      })
      await then('the partner sees it no longer', async () => {
        await partner.goTo('/partner')
        expect(await partner.says()).not.toContain(FAMILY)
      })
    },
  )

  story(
    'a commander reviews an agreement, and sets the day of the next review',
    async ({ visit }, given, when, then) => {
      const commander = await given('the commander has the agreement open', async () => {
        const visitor = await visit('commander')
        await visitor.goTo('/prevent/sharing')
        await visitor.follow(/^Reading community safety partnership/)
        return visitor
      })
      await when('they review it', async () => {
        await commander.follow('Review it')
        expect(await faultsAtNight(commander.page)).toEqual([])
        await commander.fields.type('What you found', 'Used each week, and no wider than it need be')
        await commander.fields.date(
          /^To be reviewed again on/,
          new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
        )
        await commander.press('Keep review')
      })
      await then('it stands there, and the next review is theirs', async () => {
        const said = await commander.says()
        for (const words of ['Review kept', 'Used each week, and no wider than it need be'])
          expect(said).toContain(words)
        await commander.goTo('/work/duties')
        expect(await commander.says()).toContain('Review an agreement on sharing')
      })
    },
  )

  story(
    'a sergeant shares a case: what happens is opened, and a name is refused',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('the sergeant has the sharing of a case open, on a phone', async () => {
        const visitor = await visit('sergeant', PHONE)
        await visitor.goTo('/prevent/antisocial-behaviour')
        await visitor.follow(CASE)
        await visitor.follow('Sharing')
        return visitor
      })
      await then('the form says what would be opened', async () => {
        expect(await faultsOnPhone(sergeant.page)).toEqual([])
        await sergeant.follow('Share it')
        expect(await sergeant.says()).toContain('What it is')
      })
      await when('they open the name by a gateway that is there to reduce crime', async () => {
        await sergeant.fields.pick('Agency', 'Reading Borough Council')
        await sergeant.fields.pick(
          'Lawful gateway',
          'Crime and Disorder Act 1998, section 115: to reduce crime and disorder in an area',
        )
        await sergeant.fields.pick('Purpose', 'Deal with anti-social behaviour in homes and streets')
        await sergeant.fields.tick('The name of whom it harms')
        await sergeant.fields.date('Last day', new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10))
        await sergeant.press('Share')
      })
      await then('it is refused in plain words, and kept', async () => {
        expect(await sergeant.says()).toContain('opened only to protect somebody')
        expect(await sergeant.says()).toContain('SHR06')
      })
      const partner = await given('the council opens what was shared of another case', async () => {
        const visitor = await visit('partner')
        await visitor.goTo('/partner')
        await visitor.follow(new RegExp(`^\\S+ ${FOUNTAIN}`))
        return visitor
      })
      await then('it says what happens and what they are to do, and names nobody', async () => {
        const said = await partner.says()
        for (const words of ['Street drinking', 'Sweep the fountain steps']) expect(said).toContain(words)
        expect(said).not.toContain('The name of whom it harms')
        expect(await faultsAtNight(partner.page)).toEqual([])
      })
    },
  )
})
