import { describe, expect } from 'vitest'
import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { findSharedReport } from '../../../src/modules/inspections/report/testing.ts'
import type { Visitor } from '../pages/visitor.ts'
import { withOwnSite } from '../site/own-site.ts'
import { PHONE, story } from './story.ts'

const site = withOwnSite()
const DAY = 24 * 60
const FINDINGS = '/effectiveness/findings'
const REAL = 'thames-valley-2016-effectiveness.txt'

const REASON = 'The finding is looked at in another meeting.'

/** What an inspector counts by hand: the bullets of each question's part of the text. */
const PER_QUESTION = [1, 4, 0, 3, 0]

async function openFinding(visitor: Visitor, title: RegExp): Promise<string> {
  await visitor.goTo(FINDINGS)
  await visitor.follow(title)
  return visitor.address.replace(/\?.*$/, '')
}

describe('The report of 2016 as it was published', () => {
  const report = findSharedReport(REAL)
  story(
    'is read as a careful reader would, seen before it is saved, and its findings are there in its own words',
    async ({ visit }, given, when, then) => {
      if (report === null) return
      const bullets = report.split(/\r?\n/).flatMap((line) => (line.startsWith('- ') ? [line.slice(2).trim()] : []))
      const lead = await given('the inspection lead is signed in', () => visit('lead'))
      await when('they send it as a file', async () => {
        await lead.goTo('/effectiveness/inspections/import')
        const file = { name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from(report) }
        await lead.fields.named(/^Or a text file/).setInputFiles(file)
        await lead.press('Read it')
      })
      await then('each bullet stands under its question, and nothing else is taken for one', async () => {
        expect(await lead.heading()).toBe('Is this the report of Thames Valley, 2016, Effectiveness?')
        const said = (await lead.says()).replaceAll(/\s+/g, ' ')
        for (const bullet of bullets) expect(said).toContain(bullet.replaceAll(/\s+/g, ' '))
        expect(said).toContain(`${PER_QUESTION.length} questions, ${bullets.length} findings`)
      })
      await then('sentences that only warn are offered, and none is chosen for them', async () => {
        expect(await lead.says()).toContain('continue to monitor workloads')
        expect(await lead.page.locator('input[type=radio][value=observation]:checked').count()).toBe(0)
      })
      await when('they save what is new', () => lead.press(/^Save/))
      await then('its findings are there', async () => {
        const said = (await lead.says()).replaceAll(/\s+/g, ' ')
        for (const bullet of bullets)
          expect(said).toContain(
            bullet
              .replace(/^The force should /, '')
              .slice(0, 30)
              .slice(1),
          )
      })
    },
    site.origin,
    report === null ? `${REAL} is not there (set FRANKPLEDGE_SHARED_DATA to the folder that has it)` : null,
  )
})

describe('What is owed on a finding', () => {
  story(
    'is handed on by who owes it, and waived by rank with a reason, on a phone',
    async ({ visit }, given, when, then) => {
      const lead = await given('the inspection lead has a phone in the hand', () => visit('lead', PHONE))
      await when('they open what they owe, and the first of it', async () => {
        await lead.goTo('/work/duties')
        await lead.go(() => lead.page.locator('main tbody th a, main tbody td a').first().click())
      })
      const [path, title] = [lead.address, await lead.heading()]
      await then('it says by which rule, and step by step, when it is due', async () => {
        expect(await lead.says()).toContain('Why is it due then?')
        expect(await lead.says()).toContain('FIN-0')
      })
      await when('they hand it on to a colleague', async () => {
        await lead.page.getByText('Hand it on', { exact: true }).click()
        await lead.fields.pick('To whom', 'Mrs Nair, Auditor')
        await lead.fields.type('Why it is handed on', 'She looks at it while I am away.')
        await lead.press('Hand on')
      })
      await then('they no longer owe it', async () => {
        expect(await lead.says()).toContain('It is handed on, and they were told.')
        expect(await lead.page.locator(`main a[href="${path}"]`).count()).toBe(0)
      })
      const colleague = await when('the colleague looks at what they were told', async () => {
        const visitor = await visit('auditor', PHONE)
        await visitor.goTo('/work/notifications')
        return visitor
      })
      await then('they were told of it, and owe it now', async () => {
        expect(await colleague.says()).toContain('Handed on to you')
        await colleague.follow(title)
        expect(colleague.address).toBe(path)
        expect(await colleague.says()).toContain('Owed by')
      })
      const chief = await when('the chief constable waives it', async () => {
        const visitor = await visit('chief', PHONE)
        await visitor.goTo(path)
        await visitor.page.getByText('Waive it', { exact: true }).click()
        await visitor.fields.type('The reason', REASON)
        await visitor.press('Waive')
        return visitor
      })
      await then(
        'who waived it with which rank and why stays, there and on the page of the chief constable',
        async () => {
          expect(await chief.says()).toContain(`CC Ashdown, Chief officer: ${REASON}`)
          await chief.goTo('/effectiveness/chief')
          expect(await chief.says()).toContain(REASON)
        },
      )
    },
    site.origin,
  )
})

describe('A finding that is green', () => {
  story(
    'turns amber by itself when its evidence ages, and needs somebody when it is stale, with nobody touching it',
    async ({ visit }, given, when, then) => {
      const lead = await given(
        'a finding with a measure that holds and evidence of five days ago that keeps eight',
        async () => {
          const visitor = await visit('lead')
          const path = await openFinding(visitor, /Tell neighbourhood teams/)
          await visitor.goTo(`${path}/link`)
          await visitor.fields.named('Measure').selectOption('P1-CRIME')
          await visitor.fields.type('Target', '0.001')
          await visitor.fields.type('Months on end', '1')
          await visitor.press('Link measure')
          await visitor.goTo(`/records/finding/${path.split('/').at(-1) ?? ''}/evidence`)
          await visitor.fields.type('Title', 'Ten teams asked what they were told')
          await visitor.fields.tick(/^Visit/)
          await visitor.fields.date('Day it tells of', addDays(londonDateAt(site.clock.now()), -5))
          await visitor.fields.type('Days that it keeps', '8')
          await visitor.press('Add evidence')
          return visitor
        },
      )
      const path = lead.address.replace(/\?.*$/, '')
      const standing = async (visitor: Visitor): Promise<string> =>
        /How it stands\s+(.+)/.exec(await visitor.says())?.[1] ?? ''
      const after = async (days: number): Promise<string> => {
        site.clock.forward(days * DAY)
        const visitor = await visit('lead')
        await visitor.goTo(path)
        return standing(visitor)
      }
      await then('it holds', async () => expect(await standing(lead)).toBe('holding'))
      await then('tomorrow, on the sixth day, it is not shown to hold', async () =>
        expect(await after(1)).toBe('not shown to hold'),
      )
      await then('on the eighth it needs somebody', async () => expect(await after(2)).toBe('overdue or stale'))
    },
    site.origin,
  )
})
