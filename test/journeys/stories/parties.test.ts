import { beforeAll, describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import { addNeighbourhood, type Neighbourhood } from '../site/add-parties.ts'
import { story } from './story.ts'

let there: Neighbourhood
beforeAll(async () => {
  there = await addNeighbourhood('Halloran')
}, 120_000)

describe('An officer is sent to somebody', () => {
  story(
    'sees what to know first, goes on to the address and the van, and back',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer is signed in', () => visit('officer'))
      await when('they open the person', () => officer.goTo(`/people/${there.person}`))
      await then('the markers stand before everything else, with their reviews', async () => {
        const said = await officer.says()
        const order = ['Weapons', 'Self-harm or suicide', 'Sources differ', 'Who they are', 'What happened'].map(
          (words) => said.indexOf(words),
        )
        expect(order).not.toContain(-1)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        expect(said).toMatch(/review 12 days over/)
        expect(said).toMatch(/2 records shown as one person/)
        expect(said).toMatch(/Suspect \d+ times/)
        expect(said).toContain('not who is guilty')
        expect(said).toContain('1 person who may be under 18 is not drawn')
      })
      await when('they follow the address', () => officer.follow(/^Flat 3, Halloran House/))
      await then('it says who lives there, with their markers, what happened, and the other flats', async () => {
        expect(await officer.heading()).toBe('Flat 3, Halloran House, 12 Whitley Street, Reading RG2 0EG')
        const said = await officer.says()
        for (const words of ['HALLORAN, Daniel James', 'Weapons', 'Scene 6 times', 'In the same building', 'Flat 4'])
          expect(said).toContain(words)
      })
      await when('they go back, and on to the van', async () => {
        await officer.go(() => officer.page.goBack())
        await officer.follow('KN62 VTX')
      })
      await then('it says who keeps it, and leads back', async () => {
        expect(await officer.says()).toContain('Whitley Tyres and Exhausts')
        await officer.follow('HALLORAN, Daniel James')
        expect(officer.address).toMatch(/^\/people\/\d+$/)
      })
      await when('they ask for what he was suspected of', async () => {
        await officer.fields.pick('Role', 'Suspect')
        await officer.press('Show')
      })
      await then('nothing else is listed', async () => {
        const titles = await officer.page.locator('.moj-timeline__title').allInnerTexts()
        expect(titles.length).toBeGreaterThan(0)
        expect(titles.every((title) => title.startsWith('Suspect'))).toBe(true)
      })
    },
  )

  story('adds what they saw, and their sergeant ends what is no longer so', async ({ visit }, given, when, then) => {
    const officer = await given('an officer has the address open', async () => {
      const visitor = await visit('officer')
      await visitor.goTo(`/addresses/${there.home}`)
      return visitor
    })
    await when('they add that a dog there bites', async () => {
      await officer.follow('Add a marker')
      await officer.fields.pick('Marker', 'Violent')
      await officer.fields.type('What to know, and what to do', 'A dog behind the door. Ring first')
      await officer.press('Add marker')
    })
    await then('it stands first on the page', async () => {
      expect(await officer.says()).toMatch(/Violent\s+A dog behind the door/)
      expect(await officer.page.getByRole('link', { name: 'End Violent' }).count()).toBe(0)
    })
    await when('they link the van to it, and to a mark that nobody has', async () => {
      await officer.goTo(`/people/${there.person}`)
      await officer.follow('Add a link')
      await officer.fields.pick(/^How is/, 'uses (vehicle)')
      await officer.fields.type('Whom or what', 'NO51SUCH')
      await officer.press('Add link', 400)
    })
    await then('it says what to give instead', async () =>
      expect(await officer.says()).toContain('There is no vehicle that you may open with this'),
    )
    await when('their sergeant ends the marker, with the reason', async () => {
      const sergeant = await visit('sergeant')
      await sergeant.goTo(`/addresses/${there.home}`)
      await sergeant.follow('End Violent')
      await sergeant.fields.type('Reason', 'The dog has gone to live elsewhere')
      await sergeant.press('End marker')
      expect(await sergeant.says()).toContain('1 marker that ended')
    })
  })

  story('has it on a phone and at night', async ({ visit }, given, when, then) => {
    const officer = await given('an officer is signed in', () => visit('officer'))
    for (const path of [`/people/${there.person}`, `/addresses/${there.home}`, `/vehicles/${there.van}`])
      await then(`${path} can be read and pressed`, async () => {
        await officer.goTo(path)
        expect(await faultsOnPhone(officer.page)).toEqual([])
        expect(await faultsAtNight(officer.page)).toEqual([])
      })
    await when('what is not there is asked for', () => officer.goTo('/people/999999999', 404))
  })
})
