import { Icon } from '../blocks/icon.tsx'
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
        {frame.unseen !== undefined && <Notifications unseen={frame.unseen} />}
        <PersonMenu frame={frame} />
        <button type="button" class="fp-bar__button fp-bar__sections" popoverTarget="sections">
          <Icon name="menu" /> Menu
        </button>
      </div>
    </div>
  )
}

/** The count is kept up to date by the island `notifications`; without script it is as fresh as the page. */
function Notifications({ unseen }: { readonly unseen: number }) {
  return (
    <a class="fp-bar__alerts" href={framePaths.notifications} data-notifications={framePaths.notificationStream}>
      <Icon name="bell" />
      <span class="fp-bar__alerts-word">Notifications</span>{' '}
      <span class="fp-bar__alerts-count" hidden={unseen === 0} role="status">
        <span data-unseen>{unseen > MOST_SHOWN ? `${MOST_SHOWN}+` : unseen}</span>
        <span class="govuk-visually-hidden"> not seen</span>
      </span>
    </a>
  )
}

const MOST_SHOWN = 99

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
