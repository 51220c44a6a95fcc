import { describe, expect } from 'vitest'
import { story } from './story.ts'

const NEW_UNIT = '/administration/units/new'

describe('An administrator keeps who works where', () => {
  story('adds a unit, a person and their posting', async ({ visit }, given, when, then) => {
    const administrator = await given('an administrator is signed in', () => visit('administrator'))
    await when('they send a form with faults', async () => {
      await administrator.goTo(NEW_UNIT)
      await administrator.fields.type('Name', 'Wildlife crime team')
      await administrator.fields.date(/First day/, '2026-13-01')
      await administrator.press('Add unit', 400)
    })
    await then('each fault is named beside its field, and what they typed is still there', async () => {
      expect(await administrator.page.title()).toMatch(/^Error: Add a unit/)
      const links = administrator.page.locator('.govuk-error-summary a')
      expect(await links.count()).toBe(2)
      for (const target of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
        expect(await administrator.page.locator(target).count()).toBe(1)
      expect(await administrator.fields.value('Name')).toBe('Wildlife crime team')
      expect(await administrator.fields.value('Month')).toBe('13')
    })
    await when('they mend them', async () => {
      await administrator.fields.type('Code', 'WILDLIFE')
      await administrator.fields.date(/First day/, '2026-01-01')
      await administrator.press('Add unit')
    })
    await then('the unit is there', async () => {
      expect(await administrator.says()).toContain('Unit added')
      expect(await administrator.heading()).toBe('Wildlife crime team')
    })
    await when('they add a person and post them to it', async () => {
      await administrator.goTo('/administration/people/new')
      await administrator.fields.type('Name', 'PC Wren')
      await administrator.fields.type(/^Collar or staff number/, '9917')
      await administrator.fields.tick('Police officer or staff of the force')
      await administrator.fields.type('Sign-in name', 'pc-wren')
      await administrator.press('Add person')
      expect(await administrator.says()).toContain('Person added')
      await administrator.follow('Post them to a unit')
      await administrator.fields.pick('Unit', 'Wildlife crime team (WILDLIFE)')
      await administrator.fields.type('Post', 'Wildlife officer')
      await administrator.fields.tick('Police officer or member of staff')
      await administrator.fields.date(/First day/, '2026-01-01')
      await administrator.press('Add posting')
    })
    await then('everybody finds them by words of their post', async () => {
      const officer = await visit('officer')
      await officer.goTo('/colleagues')
      await officer.fields.type(/^Name, number/, 'wildlife')
      await officer.press('Find')
      expect((await officer.table()).map((row) => row['Person'])).toEqual(['PC Wren'])
    })
  })

  story('two of them change the same unit, and neither’s work is lost', async ({ visit }, given, when, then) => {
    const first = await given('one has a unit’s form open', async () => {
      const visitor = await visit('administrator')
      await visitor.goTo('/administration/units')
      await visitor.follow('Information management')
      await visitor.follow('Change')
      return visitor
    })
    await given('another changes its name meanwhile', async () => {
      const second = await visit('administrator')
      await second.goTo(first.address)
      await second.fields.type('Name', 'Records and information')
      await second.press('Save unit')
      expect(await second.says()).toContain('Unit saved')
    })
    await when('the first saves', async () => {
      await first.fields.type('Name', 'Information and records')
      await first.press('Save unit', 409)
    })
    await then('both versions stand side by side, and theirs is still in the form', async () => {
      const [name] = await first.table('Both versions')
      expect(name).toMatchObject({ 'You typed': 'Information and records', 'Stands now': 'Records and information' })
      expect(await first.fields.value('Name')).toBe('Information and records')
    })
    await when('they save all the same', () => first.press('Save unit'))
    await then('that is what stands', async () => expect(await first.heading()).toBe('Information and records'))
  })

  story('clicks twice, and adds one unit', async ({ visit }, given, when, then) => {
    const administrator = await given('a form is filled in', async () => {
      const visitor = await visit('administrator')
      await visitor.goTo(NEW_UNIT)
      await visitor.fields.type('Name', 'Twice clicked team')
      await visitor.fields.type('Code', 'TWICE')
      await visitor.fields.date(/First day/, '2026-01-01')
      return visitor
    })
    await when('they send it, and the browser sends it again', async () => {
      const form = administrator.page.locator('main form[method="post"]')
      const fields = await form.evaluate((element) =>
        element instanceof HTMLFormElement
          ? [...new FormData(element)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
          : [],
      )
      await administrator.go(() => administrator.page.getByRole('button', { name: 'Add unit' }).dblclick())
      const again = await administrator.context.request.post(NEW_UNIT, {
        form: Object.fromEntries(fields.map(([name, value]) => [name ?? '', value ?? ''])),
        headers: { referer: administrator.page.url() },
      })
      expect(again.status()).toBe(200)
      expect(new URL(again.url()).pathname).toBe(new URL(administrator.page.url()).pathname)
    })
    await then('there is one', async () => {
      await administrator.goTo('/administration/units')
      expect(await administrator.page.getByRole('link', { name: 'Twice clicked team' }).count()).toBe(1)
    })
  })
})
