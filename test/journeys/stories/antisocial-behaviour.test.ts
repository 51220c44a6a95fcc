import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { PHONE, story } from './story.ts'

const CASES = '/prevent/antisocial-behaviour'
const TITLE = 'Bins set alight in the yard'
const TEST = 'It happened every night of the last three weeks, and they were told of it'

describe('Anti-social behaviour', () => {
  story(
    'is opened as a case on a phone; a power is refused without its test, and chosen with it',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant has a phone in the hand', () => visit('sergeant', PHONE))
      await when('they open a personal case and name nobody', async () => {
        await sergeant.goTo(`${CASES}/new`)
        expect(await faultsOnPhone(sergeant.page)).toEqual([])
        await sergeant.fields.type('Title', TITLE)
        await sergeant.page.getByLabel(/^Personal/).check()
        await sergeant.fields.pick('Type', 'Rowdy or inconsiderate behaviour')
        await sergeant.fields.type('Place', 'The yard')
        await sergeant.press('Open the case', 400)
      })
      await then('it says that somebody is to be named', async () => {
        expect(await sergeant.says()).toContain('whose risk is assessed')
      })
      await when('they say that it is trouble for everybody there', async () => {
        await sergeant.page.getByLabel(/^Nuisance/).check()
        await sergeant.press('Open the case')
      })
      const path = sergeant.address.replace(/\?.*$/, '')
      await then('the case stands', async () => {
        expect(await sergeant.heading()).toBe(TITLE)
        expect(await faultsOnPhone(sergeant.page)).toEqual([])
      })
      await when('they choose a warning without saying how its test is met', async () => {
        await sergeant.goTo(`${path}/power`)
        await sergeant.fields.pick('Power', 'Community protection warning')
        await sergeant.fields.type('Evidence', 'Two statements')
        await sergeant.fields.type('Why this one and no lesser', 'Advice changed nothing')
        await sergeant.fields.type('Who issues it', 'PS Ellis')
        await sergeant.press('Choose this power', 400)
      })
      await then('it is refused', async () => expect(await sergeant.says()).toContain('it is refused without'))
      await when('they write it down', async () => {
        await sergeant.fields.type('How its test is met', TEST)
        await sergeant.press('Choose this power')
      })
      await then('the power stands on the case, with its evidence', async () => {
        expect(await sergeant.says()).toContain(TEST)
        expect(await sergeant.says()).toContain('Evidence: Two statements')
      })
    },
  )

  story('has a case review that is decided by its threshold and told', async ({ visit }, given, when, then) => {
    const sergeant = await given('a sergeant has the cases open', async () => {
      const visitor = await visit('sergeant')
      await visitor.goTo(CASES)
      return visitor
    })
    await when('they open one, and somebody asks for a review of it', async () => {
      await sergeant.follow('Open a case')
      await sergeant.fields.type('Title', 'Engines by night')
      await sergeant.page.getByLabel(/^Nuisance/).check()
      await sergeant.fields.pick('Type', 'Noise')
      await sergeant.fields.type('Place', 'Quay')
      await sergeant.press('Open the case')
      await sergeant.follow('Enter an application for a case review')
      await sergeant.page.getByLabel('Authority').selectOption({ index: 1 })
      await sergeant.page.getByLabel('Whom it harms', { exact: true }).check()
      await sergeant.fields.type('What they ask for', 'Nobody sees that it belongs together')
      await sergeant.press('Enter the application')
    })
    await then('its clocks run', async () => {
      const said = await sergeant.says()
      expect(said).toContain('Acknowledge an application for a case review')
      expect(said).toContain('Decide whether the threshold is met')
      expect(await faultsAtNight(sergeant.page)).toEqual([])
    })
    await when('they decide that it is met', async () => {
      await sergeant.follow('Decide on the case review')
      await sergeant.fields.type('How many reports qualify', '6')
      await sergeant.fields.type('Harm or likely harm', 'Nobody sleeps')
      await sergeant.fields.type('How agencies answered', 'One by one')
      await sergeant.page.getByLabel(/^Met/).check()
      await sergeant.fields.type('Reason', 'Six in six months')
      await sergeant.press('Save the decision')
    })
    await then('a review is owed, and it is counted for the year', async () => {
      expect(await sergeant.says()).toContain('Hold the case review')
      await sergeant.goTo('/prevent/case-reviews')
      expect(await sergeant.says()).toContain('Thresholds in force')
      expect(await faultsAtNight(sergeant.page)).toEqual([])
    })
  })
})
