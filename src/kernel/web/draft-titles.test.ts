import { expect, test } from 'vitest'
import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { command, query } from '../operations.ts'
import { draftTitles } from './draft-titles.ts'
import { form, page } from './view.ts'

const look = query({
  name: 'thing.form',
  summary: 'See the form',
  input: z.object({}),
  output: z.object({}),
  access: { staff: 'any' },
  purpose: 'a test',
  audit: { event: 'thing.form-opened', subjects: about.nobody },
  run: () => Promise.resolve({}),
})
const act = (summary: string) =>
  command({
    name: 'thing.act',
    summary,
    input: z.object({}),
    output: z.object({}),
    access: { staff: 'any' },
    purpose: 'a test',
    audit: { event: 'thing.done', subjects: about.nobody },
    run: () => Promise.resolve({}),
  })
const formAt = (path: string, summary: string) => {
  const shown = page({ path, query: look, view: () => ({ section: 'work', title: summary, body: null }) })
  return form({ path, command: act(summary), page: shown, next: () => '/' })
}

const titleOf = draftTitles([formAt('/things/:id', 'Change a thing'), formAt('/things/new', 'Add a thing')])

test('a draft is called by the act that it becomes', () => {
  expect(titleOf('/things/new')).toBe('Add a thing')
  expect(titleOf('/things/42?from=list')).toBe('Change a thing')
})

test('a draft of a form that is gone has no title', () => {
  expect(titleOf('/things/42/gone')).toBeNull()
})
