import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import type { Visitor } from '../pages/visitor.ts'
import { story } from './story.ts'

const LEVELS = '/prevent/levels'
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''))

/** Follows a link that is a file, as the browser's own download does. */
async function download(visitor: Visitor, link: string): Promise<{ name: string; type: string; body: Buffer }> {
  const href = await visitor.page.locator('main').getByRole('link', { name: link, exact: true }).getAttribute('href')
  const answer = await visitor.context.request.get(href ?? '')
  expect(answer.status(), href ?? '').toBe(200)
  const headers = answer.headers()
  return {
    name: decodeURIComponent(headers['content-disposition'] ?? ''),
    type: headers['content-type'] ?? '',
    body: await answer.body(),
  }
}

const STARTS_A_FORMULA = /^[=+@\t\r]|^-(?!\d)/

describe('An analyst asks how much crime there is', () => {
  story(
    'narrows it to one district, opens the rows behind a number, and takes them out',
    async ({ visit }, given, when, then) => {
      const analyst = await given('an analyst is signed in', () => visit('analyst'))
      await when('they go to prevention, and there to how much happens', async () => {
        await analyst.follow('Prevent', analyst.page.locator('#sections'))
        await analyst.follow('Crime and ASB levels')
      })
      await then('they see how much there is, set against people and time', async () => {
        expect(await analyst.heading()).toBe('How much crime and ASB is there, and where?')
        expect(await analyst.says()).toContain('95% interval')
        expect(await analyst.says()).toContain('Schematic areas: not real boundaries')
      })
      await when('they narrow it to anti-social behaviour by district', async () => {
        await analyst.fields.pick('What', 'Anti-social behaviour')
        await analyst.fields.pick('Areas by', 'Local authorities')
        await analyst.press('Show')
      })
      const reading = await then('each district has its number', async () => {
        const rows = await analyst.table('Local authorities')
        const row = rows.find((one) => one['Area']?.startsWith('Reading'))
        expect(number(row?.['Incidents'])).toBeGreaterThan(0)
        return number(row?.['Incidents'])
      })
      await when('they open the rows behind Reading’s', async () => {
        const row = analyst.page.locator('#areas tbody tr', { hasText: 'Reading' })
        await analyst.follow(reading.toLocaleString('en-GB'), row)
      })
      const open = await then('there are as many', async () => {
        expect(await analyst.heading()).toContain('Anti-social behaviour: Reading')
        const said = await analyst.says()
        expect(number(said.match(/([\d,]+) incidents? counted/)?.[1])).toBe(reading)
        const closed = number(said.match(/of which ([\d,]+) (?:is|are) not open to you/)?.[1])
        return reading - closed
      })
      await then('they come out as CSV: marked, as many, and no cell is a formula', async () => {
        const file = await download(analyst, 'Download as CSV')
        expect(file.name).toMatch(/OFFICIAL.*anti-social behaviour, Reading.*\.csv/)
        const [marking, ...lines] = csvOf(file.body)
        expect(marking).toEqual(['OFFICIAL-SENSITIVE'])
        const head = lines.findIndex(([first]) => first === 'Number')
        const rows = lines.slice(head + 1)
        expect(rows).toHaveLength(open)
        expect(rows.flat().filter((cell) => STARTS_A_FORMULA.test(cell))).toEqual([])
      })
      await then('and for Excel', async () => {
        const file = await download(analyst, 'Download for Excel')
        expect(file.name).toMatch(/OFFICIAL.*\.xlsx/)
        const book = new ExcelJS.Workbook()
        await book.xlsx.load(toArrayBuffer(file.body))
        const sheet = book.worksheets[0]
        expect(sheet?.getCell('A1').text).toBe('OFFICIAL-SENSITIVE')
        const formulas: string[] = []
        let dataRows = 0
        sheet?.eachRow((row) => {
          if (typeof row.getCell(1).value === 'number') dataRows += 1
          row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && formulas.push(cell.address))
        })
        expect(dataRows).toBe(open)
        expect(formulas).toEqual([])
      })
      await when('they open one of them', async () => {
        await analyst.go(() => analyst.page.locator('main tbody th a').first().click())
      })
      await then('they see what is known of it, and how well', async () => {
        expect(analyst.address).toMatch(/^\/prevent\/occurrences\/\d+/)
        expect(await analyst.says()).toContain('What is known')
      })
      await then('the audit has the export, what it was of, and how many rows', async () => {
        const auditor = await visit('auditor')
        await auditor.goTo('/assurance/audit?reader=kowalska&event=incidents.exported&outcome=intended')
        expect((await auditor.table()).length).toBeGreaterThanOrEqual(2)
        await auditor.go(() => auditor.page.locator('main tbody th a').first().click())
        expect(await auditor.says()).toContain(`rows: ${open}`)
        expect(await auditor.says()).toContain('what: anti-social-behaviour')
      })
    },
  )

  story('and finds the same by the page and by the API', async ({ visit }, given, when, then) => {
    const analyst = await given('an analyst is signed in', () => visit('analyst'))
    const shown = await when('they look at all crime', async () => {
      await analyst.goTo(LEVELS)
      return analyst.table('Policing areas')
    })
    await then('a program with their session is told the same', async () => {
      const answer = await analyst.context.request.get('/api/levels/overview')
      const body: unknown = await answer.json()
      const text = JSON.stringify(body)
      for (const row of shown.filter((one) => /^\d/.test(one['Rate a year'] ?? '')))
        expect(text).toMatch(new RegExp(`"name":"${row['Area'] ?? ''}".*?"count":${number(row['Crimes'])}[,}]`))
    })
  })
})

function csvOf(body: Buffer): string[][] {
  const rows: string[][] = parse(body, { bom: true, relax_column_count: true })
  return rows
}

function toArrayBuffer(buffer: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(buffer.length)
  new Uint8Array(copy).set(buffer)
  return copy
}
