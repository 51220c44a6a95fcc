import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { PHONE, story } from './story.ts'

const RAISED = 'Lights out in Kennet Passage'

describe('What a community says', () => {
  story('a sergeant sees on the patch which problem is late, and opens it', async ({ visit }, given, when, then) => {
    const sergeant = await given('a sergeant has their patch open', async () => {
      const visitor = await visit('sergeant')
      await visitor.goTo('/prevent/patch')
      return visitor
    })
    const card = (title: string) =>
      sergeant.page.locator('.fp-card', { has: sergeant.page.getByRole('heading', { name: title }) })
    const plan = await card('Problems worked on').locator('.fp-rows a').first().innerText()
    await then('each pattern says why it is shown, or that none is known yet; each plan what is next', async () => {
      expect(await card('Patterns to decide on').innerText()).toMatch(/event|incident|not looked yet|looked for/)
      expect(await card('Problems worked on').innerText()).toMatch(/Next: [^]*(left|over)/)
      expect(await faultsAtNight(sergeant.page)).toEqual([])
    })
    await when('they follow the first plan', () => sergeant.follow(plan))
    await then('the plan is open', async () => expect(await sergeant.heading()).toBe(plan))
  })

  story('a sergeant leaves the patch to a successor, on one page', async ({ visit }, given, when, then) => {
    const sergeant = await given('the sergeant has their community open', async () => {
      const visitor = await visit('sergeant')
      await visitor.goTo('/prevent/patch')
      await visitor.follow(/^What is known of/)
      return visitor
    })
    await when('they write its profile, and make a pack for the officer', async () => {
      await sergeant.follow(/(Write|Review) the profile/)
      await sergeant.fields.type('What the area is like', 'Shops by day, bars by night')
      await sergeant.press('Save profile')
      await sergeant.follow('Make a hand-over pack')
      await sergeant.fields.type('Their number', '2037')
      await sergeant.fields.type('What not to forget', 'The hostel after ten')
      await sergeant.press('Make hand-over pack')
    })
    await then('it holds what is known, and the successor can open it', async () => {
      const said = await sergeant.says()
      for (const words of ['The hostel after ten', 'Shops by day, bars by night', 'What is owed in the area'])
        expect(said).toContain(words)
      const officer = await visit('officer')
      await officer.goTo(sergeant.address.split('?')[0] ?? '')
      expect(await officer.says()).toContain('The hostel after ten')
    })
  })

  story(
    'an officer logs an engagement on a phone in three taps, and their sergeant gives the answer',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer has their patch open on a phone', async () => {
        const visitor = await visit('officer', PHONE)
        await visitor.goTo('/prevent/patch')
        return visitor
      })
      await then('it says what happened, what is owed, and what it does not know', async () => {
        expect(await officer.heading()).toBe('My patch this shift')
        const said = await officer.says()
        for (const words of [
          'Happened since',
          'Before you go there',
          'Promised to the public',
          'Patterns to decide on',
          'Problems worked on',
          'Not on this page yet',
        ])
          expect(said).toContain(words)
        expect(await faultsOnPhone(officer.page)).toEqual([])
      })
      await when('they tap what it was, whom they heard, and log it', async () => {
        await officer.follow('Surgery or drop-in')
        expect(await faultsOnPhone(officer.page)).toEqual([])
        await officer.fields.tick('Disabled people')
        await officer.press('Log it')
      })
      await then('it is logged, for their own patch', async () => {
        expect(officer.address).toMatch(/^\/prevent\/patch/)
        expect(await officer.says()).toContain('Engagement logged')
      })
      await when('they log another, in which somebody wants an answer', async () => {
        await officer.follow('Talk on patrol')
        await officer.fields.tick('Women and girls')
        await officer.page.getByText('What was raised, and words').click()
        await officer.fields.pick('Raised, 1 (optional)', 'Litter, lights, fly-tipping')
        await officer.fields.type('What was said of it, 1 (optional)', RAISED)
        await officer.page.getByLabel('They want an answer: within 28 days').first().check()
        await officer.press('Log it')
      })

      const sergeant = await given('their sergeant opens the patch', async () => {
        const visitor = await visit('sergeant')
        await visitor.goTo('/prevent/patch')
        return visitor
      })
      await then('the answer that is owed stands there, and both groups were heard', async () => {
        expect(await sergeant.says()).toMatch(new RegExp(`${RAISED}[^]*28 days left`))
        await sergeant.follow(/^What is known of/)
        expect(await sergeant.says()).toMatch(/Disabled people\s+once/)
        expect(await faultsAtNight(sergeant.page)).toEqual([])
      })
      await when('they say what they told them', async () => {
        await sergeant.follow(new RegExp(RAISED))
        await sergeant.fields.tick('At a meeting')
        await sergeant.fields.type('What you said', 'Mended on Friday')
        await sergeant.press('Feedback was given')
      })
      await then('nobody waits for it any more', async () => {
        expect(await sergeant.says()).toContain('Feedback saved')
        expect(await sergeant.says()).toContain('Mended on Friday')
        await sergeant.goTo('/prevent/patch')
        expect(await sergeant.says()).not.toContain(RAISED)
      })
    },
  )
})
