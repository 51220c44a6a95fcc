import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { PHONE, story } from './story.ts'

describe('A victim is told', () => {
  story('an officer tells a victim on a phone in three taps, and sees it met', async ({ visit }, given, when, then) => {
    const officer = await given('an officer has the victims whom they look after open on a phone', async () => {
      const visitor = await visit('officer', PHONE)
      await visitor.goTo('/victims?show=overdue')
      return visitor
    })
    const line = officer.page.locator('tr', { has: officer.page.locator('.fp-taps a[href*="/contact?"]') }).first()
    await then('each says what is owed until when, how they are reached, and what must be said', async () => {
      expect(await line.innerText()).toMatch(/over[^]*What to say/)
      expect(await line.innerText()).toMatch(/rights|enhanced/)
      expect(await faultsOnPhone(officer.page)).toEqual([])
    })
    const owedBefore = await when('they tap the way', async () => {
      const way = line.locator('.fp-taps a[href*="/contact?"]').first()
      await officer.go(() => way.click())
      expect(await officer.page.getByLabel('Way', { exact: true }).inputValue()).not.toBe('')
      expect(await faultsOnPhone(officer.page)).toEqual([])
      return officer.page.locator('input[name=duties]').count()
    })
    const first = officer.page.locator('input[name=duties]').first()
    const told = await when('they tap what was told', async () => {
      await first.check()
      const id = (await first.getAttribute('id')) ?? ''
      return (await officer.page.locator(`label[for="${id}"]`).innerText()).trim()
    })
    await when('they tap that they were told', () => officer.press('They were told'))
    await then('it stands among what is over, and in the contacts, with no words asked of them', async () => {
      expect(officer.address).toMatch(/^\/victims\/[0-9a-f-]+\?done=logged/)
      expect(await officer.says()).toContain('Contact logged')
      const row = officer.page.locator('tr', { hasText: told }).filter({ hasText: /met/ })
      expect(await row.count()).toBeGreaterThan(0)
      expect(owedBefore).toBeGreaterThan(0)
    })
  })

  story('a try that did not reach them meets nothing', async ({ visit }, given, when, then) => {
    const officer = await given('an officer logs a contact with a victim', async () => {
      const visitor = await visit('officer', PHONE)
      await visitor.goTo('/victims?show=silent')
      await visitor.go(() => visitor.page.locator('.fp-taps a[href*="/contact?"]').first().click())
      return visitor
    })
    const form = officer.address
    const owed = () => officer.page.locator('input[name=duties]').count()
    const before = await owed()
    await when('they tick something, and say that nobody answered', async () => {
      await officer.page.locator('input[name=duties]').first().check()
      await officer.press('Tried, not reached', 400)
    })
    await then('it is refused, and says why', async () =>
      expect(await officer.says()).toContain('An attempt meets nothing'),
    )
    await when('they tick nothing', async () => {
      await officer.page.locator('input[name=duties]').first().uncheck()
      await officer.press('Tried, not reached')
    })
    await then('the try is kept, and as much is owed as before', async () => {
      expect(await officer.says()).toMatch(/Tried once on one day/)
      await officer.goTo(form)
      expect(await owed()).toBe(before)
    })
  })

  story('a sergeant sees what waits with whom, and hands one on', async ({ visit }, given, when, then) => {
    const sergeant = await given('a sergeant has the page of the team open', async () => {
      const visitor = await visit('sergeant')
      await visitor.goTo('/victims/team')
      return visitor
    })
    await then('it is counted as work to move', async () => {
      expect(await sergeant.says()).toMatch(/overdue, \d+ due soon/)
      expect(await faultsAtNight(sergeant.page)).toEqual([])
    })
    await when('they hand on the first', () => sergeant.follow('Hand on'))
    await then('the form asks to whom and why', async () => {
      expect(sergeant.address).toMatch(/^\/records\/victim\/[0-9a-f-]+\/hand-on/)
    })
  })

  story('witness care logs what a court did by the number of the case', async ({ visit }, given, when, then) => {
    const care = await given('witness care has the page of courts open, and a case', async () => {
      const visitor = await visit('witnessCare')
      await visitor.goTo('/victims')
      const title = await visitor.page.locator('tbody tr').first().locator('.fp-second').first().innerText()
      await visitor.goTo('/victims/court')
      expect(await faultsAtNight(visitor.page)).toEqual([])
      return { visitor, number: title.split(', ').at(-1) ?? '' }
    })
    await when('they log a warrant', async () => {
      await care.visitor.follow('Log what a court did')
      await care.visitor.fields.type('The case', care.number)
      await care.visitor.fields.pick('What happened', 'A warrant was issued for not coming to court')
      await care.visitor.press('Log it')
    })
    await then('it stands among what just happened, and somebody is to be told of it', async () => {
      const said = await care.visitor.says()
      expect(said).toContain('Logged: what is owed from it is open')
      expect(said).toContain('Tell them of the warrant for not coming to court')
      expect(said).toMatch(/A warrant was issued[^]*still to tell/)
    })
  })
})
