import { describe, expect } from 'vitest'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { withOwnSite } from '../site/own-site.ts'
import { story } from './story.ts'

const site = withOwnSite()
const NEW_UNIT = '/administration/units/new'

describe('At a shared computer', () => {
  story(
    'somebody is away for a quarter of an hour, and their screen has locked',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer is signed in', () => visit('officer'))
      await when('they work on after fourteen minutes', async () => {
        site.clock.forward(14)
        await officer.goTo('/colleagues')
      })
      await then('it is open', async () => expect(await officer.heading()).toBe('Who is who?'))
      await when('they come back after sixteen', async () => {
        site.clock.forward(16)
        await officer.goTo('/colleagues')
      })
      await then('it is locked, and opens where they were once they prove that it is them', async () => {
        expect(await officer.heading()).toBe('This screen is locked')
        await officer.press('Unlock as PC Begum')
        await officer.press('Be PC Begum')
        expect(officer.address).toBe('/colleagues')
      })
    },
    site.origin,
  )

  story(
    'two people take turns, and what the first was typing waits for them',
    async ({ visit }, given, when, then) => {
      const screen = await given('an administrator is typing', async () => {
        const visitor = await visit('administrator')
        await visitor.goTo(NEW_UNIT)
        await visitor.fields.type('Name', 'Night patrol')
        await visitor.fields.type('Code', 'NIGHT-1')
        await visitor.page.getByText('Draft saved').waitFor()
        return visitor
      })
      await when('an officer needs the computer', async () => {
        await screen.choose('Switch person')
        await screen.press('Lock Mr Trevithick and let somebody else sign in')
        expect(await screen.says()).toContain('Locked here, with nothing lost: Mr Trevithick')
        await screen.press(/^Be PC Begum/)
      })
      await then('they are themselves, and see nothing of the other', async () => {
        expect(await screen.whoIAm()).toContain('PC Begum')
        await screen.goTo('/')
        expect(await screen.says()).not.toContain(NEW_UNIT)
        await screen.goTo(NEW_UNIT, 403)
      })
      await when('the administrator comes back', async () => {
        await screen.goTo('/')
        await screen.choose('Switch person')
        await screen.press('Lock PC Begum and let somebody else sign in')
        await screen.press(/^Be Mr Trevithick/)
      })
      await then('they are where they were, and it is all there', async () => {
        expect(screen.address).toBe(NEW_UNIT)
        expect(await screen.fields.value('Name')).toBe('Night patrol')
        expect(await screen.fields.value('Code')).toBe('NIGHT-1')
      })
      await then('my work knows of it too', async () => {
        await screen.goTo('/')
        expect(await screen.page.locator(`main a[href="${NEW_UNIT}"]`).count()).toBe(1)
      })
    },
    site.origin,
  )
})

describe('Who may come in', () => {
  story(
    'somebody with two postings says in which they work, and changes it later',
    async ({ visit }, given, when, then) => {
      await given('an administrator posts a sergeant to a second unit', async () => {
        const administrator = await visit('administrator')
        await administrator.goTo('/administration/people?q=ellis')
        await administrator.follow('PS Ellis')
        await administrator.follow('Post them to a unit')
        await administrator.fields.named('Unit').selectOption({ index: 2 })
        await administrator.fields.type('Post', 'Football commander')
        await administrator.fields.tick('Supervisor')
        await administrator.fields.date(/First day/, londonDateAt(site.clock.now()))
        await administrator.press('Add posting')
        expect(await administrator.says()).toContain('Posting added')
      })
      const sergeant = await when('the sergeant signs in', async () => {
        const visitor = await visit()
        await visitor.goTo('/sign-in')
        await visitor.press(/^Be PS Ellis/)
        return visitor
      })
      await then('they are asked, and must say', async () => {
        expect(await sergeant.heading()).toBe('In which posting are you working?')
        await sergeant.press('Work in this posting', 400)
        expect(await sergeant.page.title()).toMatch(/^Error: /)
      })
      await when('they choose', async () => {
        await sergeant.fields.tick('Football commander')
        await sergeant.press('Work in this posting')
      })
      await then('they work in it', async () => expect(await sergeant.whoIAm()).toContain('Football commander'))
      await when('they change it', async () => {
        await sergeant.choose('Change posting')
        await sergeant.fields.tick(/Neighbourhood sergeant/)
        await sergeant.press('Work in this posting')
      })
      await then('they work in that', async () => expect(await sergeant.whoIAm()).toContain('Neighbourhood sergeant'))
    },
    site.origin,
  )

  story(
    'somebody who has left is cut off in the middle of their work',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer is signed in', () => visit('officer'))
      const administrator = await given('so is an administrator', () => visit('administrator'))
      await when('the administrator marks the officer as left', async () => {
        await administrator.goTo('/administration/people?q=begum')
        await administrator.follow('PC Begum')
        await administrator.follow('Mark as left')
        await administrator.press('Mark PC Begum as left')
        expect(await administrator.says()).toContain('They have been signed out everywhere')
      })
      await then('the officer’s next click ends at the door, where they are not offered', async () => {
        await officer.goTo('/colleagues')
        expect(officer.address).toMatch(/^\/sign-in/)
        expect(await officer.says()).not.toContain('PC Begum')
      })
    },
    site.origin,
  )
})
