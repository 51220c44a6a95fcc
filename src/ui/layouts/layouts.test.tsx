import { describe, expect, test } from 'vitest'
import type { Assets } from '../assets.ts'
import { galleryFrame } from '../gallery/frame.ts'
import { renderPage } from './document.tsx'
import { ErrorPage } from './error-page.tsx'
import type { StaffFrame } from './frame.ts'
import { PublicPage } from './public-page.tsx'
import { StaffPage } from './staff-page.tsx'

const assets: Assets = { url: (name) => `/assets/${name}` }
const frame = galleryFrame(assets, 'device', true)

function staffPage(change: Partial<StaffFrame> = {}, errors = {}): string {
  return renderPage(
    <StaffPage frame={{ ...frame, ...change }} title="Who & what?" marking="OFFICIAL-SENSITIVE" errors={errors} />,
  )
}

describe('a staff page', () => {
  test('says its language, its one heading, and its marking in the title and on the page', () => {
    const html = staffPage()
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB">/)
    expect(html).toContain('<title>Who &amp; what? – Frankpledge – OFFICIAL-SENSITIVE</title>')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('href="#content"')
  })

  test('has no script and no style but by address', () => {
    const html = staffPage()
    expect(html).not.toMatch(/<script(?![^>]* src=)| style=|<style| on[a-z]+="/)
  })

  test('offers search, notifications and demonstration only where told', () => {
    expect(staffPage({ search: false })).not.toContain('role="search"')
    expect(staffPage({ unseen: undefined })).not.toContain('/work/notifications')
    expect(staffPage({ unseen: undefined })).not.toContain('notifications.js')
    expect(staffPage({ unseen: 0 })).toMatch(/fp-bar__alerts-count"[^>]* hidden/)
    expect(staffPage({ unseen: 120 })).toContain('99+')
    expect(staffPage({ demonstration: false })).not.toContain('This is a demonstration')
    expect(staffPage()).toContain('This is a demonstration: every person and incident in it is made up')
  })

  test('shows only the sections that the reader has', () => {
    const html = staffPage({ sections: frame.sections.slice(0, 2), lowerSections: [] })
    expect(html).toContain('Prevent')
    expect(html).not.toContain('Readiness')
    expect(html).not.toContain('fp-sections__lower')
  })

  test('prints who, why, when and the marking', () => {
    expect(staffPage()).toContain(
      'Printed by PS Ellis, Reading neighbourhoods. Reason: force performance meeting. Mon 23 November, 07:02. OFFICIAL-SENSITIVE',
    )
  })

  test('with errors says so first, in the title and above the heading', () => {
    const html = staffPage({}, { name: 'Enter a name' })
    expect(html).toContain('<title>Error: Who')
    expect(html.indexOf('govuk-error-summary')).toBeLessThan(html.indexOf('<h1'))
  })

  test('carries the chosen theme, and none where the device decides', () => {
    expect(staffPage({ theme: 'night' })).toContain('data-theme="night"')
    expect(staffPage()).not.toContain('data-theme')
  })
})

test('an error page says what happened, what to do next, and what to quote', () => {
  const html = renderPage(
    <ErrorPage assets={assets} title="Not found" happened="It is gone" next="Go on" requestReference="req-1" />,
  )
  expect(html).toContain('It is gone')
  expect(html).toContain('What to do next')
  expect(html).toContain('>req-1</span>')
})

test('a public page carries no marking, and the sheet of 19 px', () => {
  const html = renderPage(<PublicPage assets={assets} title="Kings Road" force="Thames Valley Police" />)
  expect(html).not.toContain('OFFICIAL')
  expect(html).toContain('/assets/public.css')
})
