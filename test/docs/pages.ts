import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** What is or would be committed, from the root; a file that is deleted in the working folder is left out. */
export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed.split('\0').filter((path) => path !== '' && isFile(path))
}

function isFile(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false
}

export interface Doc {
  /** From the root: `docs/operations.md`. */
  readonly path: string
  readonly text: string
  /** Without what stands in fences. */
  readonly prose: string
}

export function docs(): Doc[] {
  return trackedFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, prose: text.replaceAll(/^```[\s\S]*?^```/gm, '') }
    })
}

/** What is written as code on a page: fences, and pieces of a line. */
export function codeOf({ text }: Doc): string[] {
  return [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map((match) => match[0])
}

/** Where a page's headings can be linked to, in GitHub's way. */
export function anchorsOf({ prose }: Pick<Doc, 'prose'>): Set<string> {
  const seen = new Map<string, number>()
  return new Set(
    [...prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
      const anchor = heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-')
      const count = seen.get(anchor) ?? 0
      seen.set(anchor, count + 1)
      return count === 0 ? anchor : `${anchor}-${count}`
    }),
  )
}

/** Targets of links and pictures, as written. */
export function linksOf({ prose }: Pick<Doc, 'prose'>): string[] {
  const inline = [...prose.matchAll(/!?\[[^\]]*\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)].map((match) => match[1] ?? '')
  const defined = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map((match) => match[1] ?? '')
  return [...inline, ...defined]
}
