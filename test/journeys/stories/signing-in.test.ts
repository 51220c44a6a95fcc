import { describe, expect } from 'vitest'
import { keysOf } from '#platform/edge.ts'
import { PERSONAS, type Persona } from '../pages/visitor.ts'
import { story } from './story.ts'

/** The sections that each persona is offered: one more or one fewer is a change of who may do what. */
const SECTIONS = {
  chief: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  commander: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  sergeant: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  officer: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  analyst: ['My work', 'Prevent', 'Investigate', 'Effectiveness', 'Administration'],
  lead: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  inspector: ['Effectiveness'],
  administrator: ['My work', 'Prevent', 'Investigate', 'Effectiveness', 'Administration'],
  auditor: ['My work', 'Prevent', 'Investigate', 'Effectiveness', 'Assurance'],
  custodian: ['My work', 'Prevent', 'Investigate', 'Effectiveness', 'Assurance', 'Administration'],
  reviewer: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  witnessCare: ['My work', 'Prevent', 'Investigate', 'Effectiveness'],
  partner: ['My work'],
} as const satisfies Record<Persona, readonly string[]>

const everybody = keysOf(PERSONAS)

describe('A newcomer signs in', () => {
  for (const persona of everybody)
    story(
      `as ${PERSONAS[persona]} (${persona}), and sees only what is theirs`,
      async ({ visit }, given, when, then) => {
        const visitor = await given('nobody is signed in', () => visit())
        await given('the home page sends a stranger to the door', async () => {
          await visitor.goTo('/')
          expect(visitor.address).toMatch(/^\/sign-in/)
        })
        await when('they choose somebody to be', () => visitor.signIn(persona))
        await then('they see their own sections, and every link of the navigation opens', async () => {
          const side = visitor.page.locator('#sections a')
          expect(await side.allInnerTexts()).toEqual(SECTIONS[persona])
          const sections = await side.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
          for (const href of sections) {
            await visitor.goTo(href)
            const sub = visitor.page.locator('.moj-sub-navigation a')
            for (const one of await sub.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
              await visitor.goTo(one)
              expect(
                await visitor.page.locator('.moj-sub-navigation a[aria-current="page"]').getAttribute('href'),
              ).toBe(one)
            }
          }
        })
      },
    )
})

describe('At a shared computer', () => {
  story('somebody signs out, and their pages are shut', async ({ visit }, given, when, then) => {
    const officer = await given('an officer is signed in', () => visit('officer'))
    await when('they sign out', () => officer.choose('Sign out'))
    await then('they are told so, and the way back leads to the door', async () => {
      expect(await officer.heading()).toBe('You are signed out')
      await officer.goTo('/')
      expect(officer.address).toMatch(/^\/sign-in/)
    })
  })

  story('somebody locks the screen, and only they unlock it', async ({ visit }, given, when, then) => {
    const officer = await given('an officer is signed in', () => visit('officer'))
    await when('they lock the screen', () => officer.choose('Lock'))
    await then('nothing of theirs opens', async () => {
      expect(await officer.heading()).toBe('This screen is locked')
      await officer.goTo('/')
      expect(await officer.heading()).toBe('This screen is locked')
    })
    await when('somebody else tries to unlock it', async () => {
      await officer.press('Unlock as PC Begum')
      await officer.press('Be Mrs Nair', 403)
    })
    await then('it stays shut', async () => expect(await officer.heading()).toBe('This is the screen of PC Begum'))
    await when('they prove that it is them', async () => {
      await officer.press('Try again as PC Begum')
      await officer.press('Unlock as PC Begum')
      await officer.press('Be PC Begum')
    })
    await then('they are where they were', async () => {
      expect(await officer.heading()).toBe('What needs me now?')
      expect(await officer.whoIAm()).toContain('PC Begum')
    })
  })
})
