import { expect, test } from 'vitest'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { measures, modulesOf } from '../../src/modules.ts'

test('Every measure that a module brings is registered, and no other', () => {
  const brought = modulesOf(createFolderFileStore({ folder: 'never-opened' })).flatMap(
    (module) => module.measures ?? [],
  )
  const codes = brought.map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(3)
  expect(measures.all.map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
})
