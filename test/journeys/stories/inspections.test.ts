import { describe, expect } from 'vitest'
import { PHONE, story } from './story.ts'

const REPORT = `Northmarch PEEL 2016
Effectiveness
How effective is the force at keeping people safe and reducing crime?
How effective is the force at preventing crime, tackling anti-social behaviour and keeping people safe?
Good. Neighbourhood teams know their communities. It needs to make sure that what they know is kept when they move.
Areas for improvement
- The force should check whether the problems that it solved stayed solved.
How effective is the force at investigating crime and reducing re-offending?
The force is good at first enquiries.
Areas for improvement
- The force should tell victims what becomes of their crime.
`
const FINDING = /Check whether the problems that it solved/

describe('An inspection', () => {
  story(
    'is imported by its lead, who sees it before it is saved, measures a finding and may not claim what does not hold',
    async ({ visit }, given, when, then) => {
      const lead = await given('the inspection lead is signed in', () => visit('lead'))
      await when('they paste the report', async () => {
        await lead.goTo('/effectiveness/inspections/import')
        await lead.fields.type(/^Text of the report/, REPORT)
        await lead.press('Read it')
      })
      await then('they see what was read, in the report’s words, and nothing is saved yet', async () => {
        const words = await lead.says()
        expect(words).toContain('The force should check whether the problems that it solved stayed solved.')
        expect(words).toContain('The force should tell victims what becomes of their crime.')
      })
      await when('they save it and open the first finding', async () => {
        await lead.press('Save the report')
        await lead.follow(FINDING)
      })
      const path = lead.address.replace(/\?.*$/, '')
      await then('it is not yet measurable, and never green', async () =>
        expect(await lead.says()).toContain('not yet measurable'),
      )
      await when('they link a measure that it cannot hold', async () => {
        await lead.goTo(`${path}/link`)
        await lead.fields.pick('Measure', 'E1: Anti-social behaviour incidents (per 1,000 people)')
        await lead.fields.tick(/at most/i)
        await lead.fields.type('Target', '0.001')
        await lead.fields.type('Months on end', '3')
        await lead.press('Link measure')
      })
      await then('the claim that it is met is refused, with what is missing', async () => {
        await lead.goTo(`${path}/claim`)
        expect(await lead.says()).toContain('This is missing before it can be claimed as met')
        await lead.press('Claim that it is met', 422)
      })
      const chief = await when('the chief constable claims it against the measure, and says why', async () => {
        const visitor = await visit('chief')
        await visitor.goTo(`${path}/claim`)
        await visitor.fields.type('Why it is met all the same', 'Forty closed problems were looked at again by hand.')
        await visitor.press('Claim that it is met')
        return visitor
      })
      await then('it shows as such, here and on the page of the chief constable', async () => {
        expect(await chief.says()).toContain('Forty closed problems were looked at again by hand.')
        await chief.goTo('/effectiveness/chief')
        expect(await chief.says()).toContain('Forty closed problems were looked at again by hand.')
      })
      const inspector = await when('an inspector looks', () => visit('inspector'))
      await then('they are shown it too, and can change nothing', async () => {
        await inspector.goTo('/effectiveness/prove')
        expect(await inspector.says()).toContain('Forty closed problems were looked at again by hand.')
        await inspector.goTo(`${path}/claim`, 403)
      })
    },
  )

  story('is proved by a pack that says how it is marked', async ({ visit }, given, when, then) => {
    const lead = await given('the inspection lead is signed in', () => visit('lead'))
    await when('they make an evidence pack', async () => {
      await lead.goTo('/effectiveness/packs')
      await lead.fields.pick('Framework', 'PEEL 2016')
      await lead.press('Make the pack')
    })
    await then('it says what it is marked, and when it was frozen', async () =>
      expect(await lead.says()).toMatch(/OFFICIAL/),
    )
  })

  for (const [where, options] of [
    ['at a desk', {}],
    ['on a phone', PHONE],
  ] as const)
    story(
      `is proved by rows that are drawn in front of the inspector, in their own session, ${where}`,
      async ({ visit }, given, when, then) => {
        const inspector = await given('an inspector is signed in', () => visit('inspector', options))
        const draw = async (): Promise<string[]> => {
          await inspector.goTo('/effectiveness/prove/measures/P1-CRIME')
          await inspector.fields.type('The inspector’s number', '1829')
          await inspector.fields.type('The force’s number', '4104')
          await inspector.fields.type('How many', '4')
          await inspector.press('Draw now')
          return (await inspector.table()).map((row) => row['Row'] ?? '')
        }
        await when('they come to what they can ask for', () => inspector.goTo('/'))
        await then('it is the page on which the force proves what it says', async () =>
          expect(await inspector.heading()).toBe('Prove it'),
        )
        const drawn = await when('each gives a number, and rows are drawn', draw)
        await then('there are as many as they asked for, with how they were drawn', async () => {
          expect(drawn).toHaveLength(4)
          expect(await inspector.says()).toContain('with the numbers 1829 and 4104')
        })
        await when('they open the first', () => inspector.follow(/^1\. /))
        await then('they read what is known of it, what is left out, and that they looked', async () => {
          expect(await inspector.says()).toContain('Left out for a visitor')
          expect(await inspector.says()).toContain('Its trail: who opened or changed it')
        })
        await then('the same numbers draw the same rows', async () => expect(await draw()).toEqual(drawn))
      },
    )
})
