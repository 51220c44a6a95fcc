import type { PageContext } from '#platform/http/routes.ts'
import { Alert } from '#ui/moj/alert.tsx'

/** Says once what has just been done; nothing for a code that this page has no words for. */
export function doneNotice({ done }: Pick<PageContext, 'done'>, words: Readonly<Record<string, string>>) {
  const text = done !== null && Object.hasOwn(words, done) ? words[done] : undefined
  return text === undefined ? undefined : <Alert variant="success" role="alert" title={text} />
}
