import { describe, expect } from 'vitest'
import type { Visitor } from '../pages/visitor.ts'
import { withOwnSite } from '../site/own-site.ts'
import { story } from './story.ts'
import { streetFile, withBrokenMonth } from './street-file.ts'

const IMPORTS = '/prevent/levels/imports'
const MONTH = '2019-05'

const site = withOwnSite()

/** Sends a file by the form, and stays on its page until the work is over. */
async function send(visitor: Visitor, file: ReturnType<typeof streetFile>): Promise<void> {
  await visitor.goTo(IMPORTS)
  await visitor.fields.named('Street file').setInputFiles(file)
  await visitor.page.getByRole('button', { name: 'Import', exact: true }).click()
  await visitor.page.waitForURL(/\/administration\/jobs\//)
  // The page asks by itself how far the work is, and is fetched anew when it is over.
  await visitor.page.getByText('What came of it').waitFor({ timeout: 60_000 })
  await visitor.arrived()
  expect(await visitor.heading()).toBe('Import of a street file')
}

/** What is loaded of the month of these files, by all that is counted. */
async function loaded(visitor: Visitor): Promise<string> {
  await visitor.goTo(`/prevent/levels/incidents?what=burglary&from=${MONTH}&to=${MONTH}`)
  return (await visitor.says()).match(/([\d,]+) crimes? counted/)?.[1] ?? 'nothing'
}

describe('An analyst imports a street file', () => {
  story(
    'by the form, follows it, and sends it again without changing anything',
    async ({ visit }, given, when, then) => {
      const analyst = await given('an analyst is signed in', () => visit('analyst'))
      const file = streetFile(MONTH, { burglaries: 12, asb: 30 })
      await when('they send a file', () => send(analyst, file))
      await then('they see what was in it', async () => {
        const said = await analyst.says()
        for (const words of ['rows: 42', 'crimes: 12', 'asb: 30', 'rejected: 0', 'already present: 0'])
          expect(said).toContain(words)
      })
      await then('it is in the list of imports, and the rows are counted', async () => {
        await analyst.goTo(IMPORTS)
        expect((await analyst.table())[0]).toMatchObject({ Rows: '42', Crimes: '12', ASB: '30', Added: '42' })
        expect(await loaded(analyst)).toBe('12')
      })
      await when('they send it again', () => send(analyst, file))
      await then('nothing is added', async () => {
        expect(await analyst.says()).toContain('already present: 42')
        await analyst.goTo(IMPORTS)
        expect((await analyst.table())[0]).toMatchObject({ Rows: '42', 'There already': '42', Added: '0' })
        expect(await loaded(analyst)).toBe('12')
      })
    },
    site.origin,
  )

  story(
    'that is broken, is told in which line and column, and nothing of it is loaded',
    async ({ visit }, given, when, then) => {
      const analyst = await given('an analyst is signed in', () => visit('analyst'))
      const before = await given('a month is loaded as it is', () => loaded(analyst))
      await when('they send a file with a wrong row', () =>
        send(analyst, withBrokenMonth(streetFile(MONTH, { burglaries: 50, asb: 1 }), 4)),
      )
      await then('they are told where and why', async () => {
        const said = await analyst.says()
        expect(said).toContain('Not everything was taken')
        expect(said).toContain('rejected: 1')
        expect(said).toContain('line 4, column 2')
        expect(said).toContain('column name Month')
        expect(said).toContain('is not a month such as 2018-06')
      })
      await then('nothing has changed', async () => expect(await loaded(analyst)).toBe(before))
      await when('they send something that is no street file', async () => {
        await analyst.goTo(IMPORTS)
        const note = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
        await analyst.fields.named('Street file').setInputFiles(note)
        await analyst.press('Import', 400)
      })
      await then('the form says so at once', async () =>
        expect(await analyst.says()).toContain('The file must be a CSV file of data.police.uk'),
      )
    },
    site.origin,
  )
})
