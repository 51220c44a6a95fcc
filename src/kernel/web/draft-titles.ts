import type { StaffRoute } from './view.ts'

/**
 * What a draft is of, in the words of the act that it becomes ("Add a person"), found by its key, which is the address of
 * the page with the form. Null where no form stands there any more.
 */
export function draftTitles(routes: readonly StaffRoute[]): (key: string) => string | null {
  const forms = routes.flatMap((route) =>
    route.type === 'form' ? [{ page: segmentsOf(route.page.path), title: route.command.summary }] : [],
  )
  return (key) => {
    const asked = segmentsOf(key.split('?')[0] ?? key)
    const found = forms.filter(({ page }) => matches(page, asked))
    // An address written out wins over one with a place for any word: /people/new over /people/:id.
    const best = found.toSorted((a, b) => placesOf(a.page) - placesOf(b.page))[0]
    return best?.title ?? null
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function placesOf(pattern: readonly string[]): number {
  return pattern.filter((segment) => segment.startsWith(':')).length
}

function matches(pattern: readonly string[], asked: readonly string[]): boolean {
  return (
    pattern.length === asked.length &&
    pattern.every((segment, index) => segment.startsWith(':') || segment === asked[index])
  )
}
