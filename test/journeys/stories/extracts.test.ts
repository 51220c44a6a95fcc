import { describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'
import { withOwnSite } from '../site/own-site.ts'
import { story } from './story.ts'

const EXTRACTS = '/administration/extracts'
const NUMBER = '43160009999'
const site = withOwnSite()

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})
const CRIMES = csv('crimes.csv', [
  'number,offenceCode,offenceClass,from,to,recordedAt,outcomeCode,outcomeOn,place,summary',
  `${NUMBER},028/03,28A,2016-05-03 22:30,2016-05-04 07:00,2016-05-04 09:05,18,2016-06-01,"14 High Street, Thame",Rear door forced`,
])
const PEOPLE = csv('nominals.csv', [
  'Nominal No,Surname,Forenames,Gender,DOB',
  'N1,OKAFOR,Chidi,M,03/02/1980',
  'N2,SMITH,Jo,F,1979',
])
const ROLES = csv('roles.csv', ['number,party,role', `${NUMBER},N1,victim`, `${NUMBER},N404,suspect`])
const MENDED = csv('roles.csv', ['number,party,role', `${NUMBER},N1,victim`, `${NUMBER},N2,suspect`])

async function add(visitor: Visitor, file: ReturnType<typeof csv>): Promise<void> {
  await visitor.fields.named('File of the extract').setInputFiles(file)
  await visitor.press('Add')
  expect(await visitor.says()).toContain('The file was added')
}

/** Has it checked or imported, and comes back to what came of it when the work is over. */
async function run(visitor: Visitor, extract: string, way: 'Check it' | 'Import it', what: RegExp): Promise<void> {
  await visitor.fields.tick(way)
  await visitor.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await visitor.page.waitForURL(/\/administration\/jobs\//)
  await visitor.page.getByText('What came of it').waitFor({ timeout: 60_000 })
  await visitor.arrived()
  await visitor.goTo(extract)
  await visitor.follow(what)
}

describe('An analyst brings in an extract of the records system', () => {
  story(
    'maps its columns, checks it, imports it, and opens a crime of it by its number there',
    async ({ visit }, given, when, then) => {
      await given('an administrator has said where the records system is', async () => {
        const administrator = await visit('administrator')
        await administrator.goTo('/administration/records-system')
        await administrator.fields.type('What it is called', 'the records system')
        await administrator.fields.type(/^Address of an occurrence/, 'javascript:alert(1)')
        await administrator.press('Save', 400)
        expect(await administrator.says()).toContain('Write an address with {number} in it')
        await administrator.fields.type(
          /^Address of an occurrence/,
          'https://records.force.example/occurrence/{number}',
        )
        await administrator.press('Save')
        expect(await administrator.says()).toContain('The addresses were saved')
      })
      const analyst = await given('an analyst has begun an extract', async () => {
        const visitor = await visit('analyst')
        await visitor.goTo(EXTRACTS)
        await visitor.press('Begin')
        return visitor
      })
      const extract = analyst.address
      await when('they add its files, one of which the mapping does not know', async () => {
        for (const file of [CRIMES, PEOPLE, ROLES]) await add(analyst, file)
        expect((await analyst.table()).map((row) => row['Taken for'])).toEqual([
          'Crimes and incidents',
          'not known to the mapping',
          'Roles',
        ])
      })
      await when('they map its columns by choices, and keep that', async () => {
        await analyst.follow('Map its columns (nominals.csv)')
        await analyst.fields.type('Name of the mapping', 'force-2016')
        await analyst.fields.pick('Number of the person', 'Nominal No')
        await analyst.fields.pick(/^Family name/, 'Surname')
        await analyst.fields.pick(/^Given names/, 'Forenames')
        await analyst.fields.pick(/^Sex/, 'Gender')
        await analyst.page.getByText('Words for sex', { exact: true }).click()
        await analyst.fields.type(/^Their words for sex/, 'M = male\nF = female')
        await analyst.fields.pick(/^Date of birth/, 'DOB')
        await analyst.fields.tick('as in 03/05/2016')
        expect(await faultsOnPhone(analyst.page)).toEqual([])
        await analyst.press('Keep mapping')
        expect(await analyst.says()).toContain('Read by the mapping force-2016, version 1')
      })
      await when('they check it', () => run(analyst, extract, 'Check it', /^Checked/))
      await then('they are told what is wrong, and nothing has changed', async () => {
        const rows = await analyst.table()
        expect(rows.map((row) => [row['What'], row['In the files'], row['New']])).toEqual([
          ['People', '2', '2'],
          ['Crimes and incidents', '1', '1'],
          ['Roles', '2', '1'],
        ])
        expect(await analyst.says()).toContain('No person with the number “N404” is in this extract or an earlier one.')
        expect(await faultsOnPhone(analyst.page)).toEqual([])
        expect(await faultsAtNight(analyst.page)).toEqual([])
        await analyst.goTo(`/occurrences/by-number/${NUMBER}`, 404)
      })
      await when('they put it together anew with the file mended, and import it', async () => {
        await analyst.goTo(EXTRACTS)
        await analyst.fields.pick('Mapping', 'force-2016')
        await analyst.press('Begin')
        const mended = analyst.address
        for (const file of [CRIMES, PEOPLE, MENDED]) await add(analyst, file)
        expect(await faultsOnPhone(analyst.page)).toEqual([])
        await run(analyst, mended, 'Import it', /^Loaded$/)
      })
      await then('a link from the records system opens the crime here, with who had a part in it', async () => {
        await analyst.goTo(`/occurrences/by-number/${NUMBER}`)
        expect(await analyst.heading()).toContain('Burglary')
        const said = await analyst.says()
        for (const words of [
          'Burglary in a dwelling',
          '028/03, 28A',
          'until Wed 4 May 2016, 07:00',
          'Investigation complete, no suspect identified',
          '275.7 days',
          'an estimate from its subgroup',
          'Rear door forced',
        ])
          expect(said).toContain(words)
        expect((await analyst.table()).map((row) => row['Part'])).toEqual(['Suspect', 'Victim'])
        const back = analyst.page.getByRole('link', { name: 'Open in the records system' })
        expect(await back.getAttribute('href')).toBe(`https://records.force.example/occurrence/${NUMBER}`)
        expect(await faultsOnPhone(analyst.page)).toEqual([])
        expect(await faultsAtNight(analyst.page)).toEqual([])
      })
      await then('a number that there is not answers as nothing', () => analyst.goTo('/occurrences/by-number/1', 404))
    },
    site.origin,
  )
})
