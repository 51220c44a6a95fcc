import { Icon } from '../blocks/icon.tsx'
import { plural } from '../words/numbers.ts'
import { framePaths, type StaffFrame } from './frame.ts'
import { PersonMenu } from './person-menu.tsx'

/** Name and force, search in the middle, alerts, who you are. */
export function TopBar({ frame }: { readonly frame: StaffFrame }) {
  return (
    <div class="fp-bar">
      <a class="fp-bar__name" href={framePaths.home}>
        <strong>Frankpledge</strong> <span class="fp-bar__force">{frame.force}</span>
      </a>
      {frame.search && <SearchForm shortcuts={frame.shortcuts} />}
      <div class="fp-bar__end">
        {frame.alerts !== undefined && (
          <a class="fp-bar__alerts" href={framePaths.alerts}>
            <Icon name="bell" />
            <span class="fp-bar__alerts-word">Alerts</span>
            {frame.alerts > 0 && (
              <span class="fp-bar__alerts-count">
                {frame.alerts}
                <span class="govuk-visually-hidden">
                  {' '}
                  {plural(frame.alerts, 'alert').replace(/^\S+ /, '')} not seen
                </span>
              </span>
            )}
          </a>
        )}
        <PersonMenu frame={frame} />
        <button type="button" class="fp-bar__button fp-bar__sections" popoverTarget="sections">
          <Icon name="menu" /> Menu
        </button>
      </div>
    </div>
  )
}

function SearchForm({ shortcuts }: { readonly shortcuts: boolean }) {
  return (
    <form class="fp-search" role="search" action={framePaths.search} method="get">
      <label class="govuk-visually-hidden" for="search">
        Search records by reference or words
      </label>
      <Icon name="search" />
      <input
        class="fp-search__input"
        id="search"
        name="q"
        type="search"
        placeholder="Reference or words"
        autocomplete="off"
        spellcheck={false}
        aria-keyshortcuts={shortcuts ? '/' : undefined}
      />
      {shortcuts && (
        <kbd class="fp-search__key" aria-hidden="true">
          /
        </kbd>
      )}
    </form>
  )
}
