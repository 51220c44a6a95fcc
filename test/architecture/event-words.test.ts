import { expect, test } from 'vitest'
import { operationsOf } from '../../src/app.ts'
import { EVENT_WORDS } from '../../src/modules/assurance/rules/event-words.ts'
import { modulesOf } from '../../src/modules.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'

test('every operation of the product has plain words in the audit', () => {
  const files = createFolderFileStore({ folder: 'never-opened' })
  const events = operationsOf(modulesOf(files)).map(({ audit }) => audit.event)
  expect([...new Set(events)].filter((event) => EVENT_WORDS[event] === undefined)).toEqual([])
})
