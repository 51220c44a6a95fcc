import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from './has-code.ts'

const sha256Pattern = /^[0-9a-f]{64}$/

/** Names come from outside: only what is certainly a name of ours may become a path. */
export const isSha256 = (text: string): boolean => sha256Pattern.test(text)

/** Where uploads are written until they are whole, and where the sweep lays files aside. */
export const incomingFolder = (root: string): string => join(root, 'incoming')

export const folderOf = (root: string, sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4))

/** `ab/cd/abcd...`: 65,536 folders, so that no folder grows large at a few million files. */
export const pathOf = (root: string, sha256: string): string => join(folderOf(root, sha256), sha256)

const entries = async (folder: string, pattern: RegExp): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).toSorted()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** The names of all files in the store, in order, a folder at a time. */
export async function* listNames(root: string): AsyncGenerator<string> {
  for (const first of await entries(root, /^[0-9a-f]{2}$/)) {
    for (const second of await entries(join(root, first), /^[0-9a-f]{2}$/)) {
      for (const name of await entries(join(root, first, second), sha256Pattern)) {
        if (name.startsWith(first + second)) yield name
      }
    }
  }
}

/** What lies in the folder of incoming files. */
export const listIncoming = async (root: string): Promise<string[]> => entries(incomingFolder(root), /./)
