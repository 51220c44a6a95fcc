import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Invalid } from '#platform/errors/errors.ts'
import type { ImportFile } from './context.ts'

export interface LocalFiles {
  readonly files: readonly ImportFile[]
  /** Writes the rejected rows beside the file, as `name.rejected.csv`, or into the folder for them; gives the path. */
  keepErrorFile(this: void, file: ImportFile, text: string): Promise<string>
}

/**
 * The files at these paths, for an import from the command line.
 * @throws {Invalid} when there is none, or one of them is not there or is a folder.
 */
export async function localFiles(paths: readonly string[], errorFolder: string | null): Promise<LocalFiles> {
  if (paths.length === 0) throw new Invalid({ files: 'Name at least one file.' })
  const byFile = new Map<ImportFile, string>()
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found === null) throw new Invalid({ files: `There is no file ${path}.` })
    if (!found.isFile()) throw new Invalid({ files: `${path} is not a file.` })
    byFile.set({ name: basename(path), open: () => createReadStream(path) }, path)
  }
  return {
    files: [...byFile.keys()],
    keepErrorFile: async (file, text) => {
      const path = byFile.get(file) ?? file.name
      const name = `${basename(path, extname(path))}.rejected.csv`
      const target = join(errorFolder ?? dirname(path), name)
      await writeFile(target, text)
      return target
    },
  }
}
