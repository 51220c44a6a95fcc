import { describe, expect } from 'vitest'
import type { Visitor } from '../pages/visitor.ts'
import { story } from './story.ts'

/** Adds a document as somebody does; answers its address. */
async function addDocument(
  visitor: Visitor,
  title: string,
  more: (visitor: Visitor) => Promise<unknown>,
): Promise<string> {
  await visitor.goTo('/documents/new')
  await visitor.fields.type('Title', title)
  await more(visitor)
  const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('What was seen, and where.\n') }
  await visitor.fields.named(/^File/).setInputFiles(file)
  await visitor.press('Add document')
  return visitor.address.replace(/\?.*$/, '')
}

const wholeForce = (visitor: Visitor) => visitor.fields.tick('The whole force')

describe('A document', () => {
  story(
    'is opened by an officer, who is told why they can, and the auditor finds that',
    async ({ visit }, given, when, then) => {
      const sergeant = await given('a sergeant is signed in', () => visit('sergeant'))
      const path = await given('has added a document', () =>
        addDocument(sergeant, 'Patrol plan for the station', wholeForce),
      )
      const id = path.replace('/documents/', '')
      const officer = await given('an officer is signed in', () => visit('officer'))
      await when('the officer opens it from the list', async () => {
        await officer.goTo('/documents')
        await officer.follow('Patrol plan for the station')
        expect(officer.address).toBe(path)
      })
      await then('its file comes as it was sent', async () => {
        const answer = await officer.context.request.get(`${path}/file`)
        expect(await answer.text()).toBe('What was seen, and where.\n')
        expect(answer.headers()['content-disposition']).toContain('note.txt')
      })
      await then('they are told why they can see it, and how many others can', async () => {
        await officer.follow('Why can I see this?')
        expect(await officer.says()).toContain('It belongs to the whole force.')
        expect(await officer.says()).toMatch(/Who can see it: \d+ people, you included/)
      })
      const auditor = await when('an auditor looks for the document', async () => {
        const visitor = await visit('auditor')
        await visitor.goTo('/assurance/audit')
        await visitor.fields.pick('About a', 'document')
        await visitor.fields.type('Its reference', id)
        await visitor.press('Search')
        return visitor
      })
      await then('everybody who touched it is there, and why', async () => {
        const lines = await auditor.table()
        const deeds = lines.map((line) => `${line['Who'] ?? ''}: ${line['What']?.split(':')[0] ?? ''}`)
        expect(deeds).toContain('PS Ellis: added a document')
        expect(deeds).toContain('PC Begum: opened a document')
        expect(lines.filter((line) => !/done|begun/.test(line['How it ended'] ?? ''))).toEqual([])
      })
      await when('they look for the officer', async () => {
        await auditor.goTo('/assurance/audit')
        await auditor.fields.type('Who: name or number', 'PC Begum')
        await auditor.press('Search')
      })
      await then('the same is there', async () => {
        expect((await auditor.table()).some((line) => line['What']?.includes(id.slice(0, 8)))).toBe(true)
      })
      await then('and their own look at the document is in the audit too', async () => {
        await auditor.goTo(`/assurance/audit?kind=document&subject=${id}&reader=nair`)
        expect((await auditor.table()).some((line) => /audit/.test(line['What'] ?? ''))).toBe(true)
      })
    },
  )

  story(
    'in a compartment is nothing to those outside it, and the audit knows that they tried',
    async ({ visit }, given, when, then) => {
      const analyst = await given('an analyst is signed in', () => visit('analyst'))
      const path = await given('has added a document to their compartment', () =>
        addDocument(analyst, 'Hawthorn: first assessment', async (visitor) => {
          await wholeForce(visitor)
          await visitor.fields.pick(/^Compartment/, 'Operation Hawthorn')
        }),
      )
      const officer = await given('an officer is signed in', () => visit('officer'))
      await when('the officer goes to its address', () => officer.goTo(path, 404))
      const hidden = await then('there is nothing', () => officer.says())
      await then('in the very words that they get where there never was anything', async () => {
        await officer.goTo('/documents/00000000-0000-4000-8000-000000000000', 404)
        const nothing = await officer.says()
        const plain = (words: string): string => words.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
        expect(plain(hidden)).toBe(plain(nothing))
      })
      await then('nor is it in their list', async () => {
        await officer.goTo('/documents')
        expect(await officer.says()).not.toContain('Hawthorn')
      })
      await then('the audit says that it was not open to them', async () => {
        const auditor = await visit('auditor')
        await auditor.goTo(`/assurance/audit?kind=document&subject=${path.replace('/documents/', '')}`)
        const lines = await auditor.table()
        expect(lines.find((line) => line['Who'] === 'PC Begum')).toMatchObject({ 'How it ended': 'not open to them' })
      })
    },
  )

  story('is held for an inquest, and let go again', async ({ visit }, given, when, then) => {
    const custodian = await given('a records custodian is signed in', () => visit('custodian'))
    const path = await given('there is a document', () => addDocument(custodian, 'Custody log, copy', wholeForce))
    const id = path.replace('/documents/', '')
    await when('they place a hold without a reason', async () => {
      await custodian.goTo('/assurance/holds')
      await custodian.fields.pick('What it is on', 'A document')
      await custodian.fields.type('The reference', id)
      await custodian.press('Place hold', 400)
    })
    await then('they are asked for it, and the rest is kept', async () => {
      expect(await custodian.fields.value('The reference')).toBe(id)
    })
    await when('they give it', async () => {
      await custodian.fields.type('The reason', 'Inquest 2026/114')
      await custodian.press('Place hold')
    })
    await then('the hold stands', async () => {
      expect(await custodian.says()).toContain('The hold is placed')
      expect((await custodian.table('Live holds')).some((hold) => hold['On']?.includes(id))).toBe(true)
    })
    await when('they lift it', async () => {
      await custodian.follow(`Lift the hold on ${id}`)
      await custodian.fields.type('Why it is lifted', 'The inquest is over')
      await custodian.press('Lift hold')
    })
    await then('it is among those that were lifted', async () => {
      expect(await custodian.says()).toContain('The hold is lifted')
      await custodian.follow('Show lifted holds')
      expect((await custodian.table('Lifted holds')).some((hold) => hold['On']?.includes(id))).toBe(true)
    })
  })
})
