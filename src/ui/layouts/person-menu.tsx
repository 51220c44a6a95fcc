import { Icon, type IconName } from '../blocks/icon.tsx'
import { HiddenField } from '../forms/form.tsx'
import { framePaths, type StaffFrame, type Theme } from './frame.ts'

const themes = {
  device: { text: 'Theme of the device', icon: 'sun-moon' },
  day: { text: 'Day theme', icon: 'sun' },
  night: { text: 'Night theme', icon: 'moon' },
} as const satisfies Record<Theme, { text: string; icon: IconName }>

const themeOrder = ['device', 'day', 'night'] as const satisfies readonly Theme[]

/** Who you are and in which post; opens to switch person, lock, sign out, and how the screen looks. Needs no script. */
export function PersonMenu({ frame }: { readonly frame: StaffFrame }) {
  const { reader, csrf } = frame
  return (
    <>
      <button type="button" class="fp-bar__button fp-who" popoverTarget="you">
        <span class="fp-who__short">You</span>
        <span class="fp-who__full">
          {reader.name}, {reader.post}
        </span>
        <Icon name="chevron-down" />
      </button>
      <div class="fp-menu" id="you" popover="auto">
        <p class="fp-menu__who">
          <strong>{reader.name}</strong>
          <br />
          {reader.post}
        </p>
        {reader.changePost && (
          <a class="fp-menu__item" href={reader.changePost}>
            <Icon name="user" /> Change posting
          </a>
        )}
        <a class="fp-menu__item" href={framePaths.switchPerson}>
          <Icon name="users" /> Switch person
        </a>
        <MenuForm action={framePaths.lock} csrf={csrf} icon="lock" text="Lock" />
        <MenuForm action={framePaths.signOut} csrf={csrf} icon="log-out" text="Sign out" />
        <form class="fp-menu__group" action={framePaths.preferences} method="post" data-preferences>
          <HiddenField name="_csrf" value={csrf} />
          {themeOrder.map((theme) => (
            <button
              type="submit"
              class="fp-menu__item"
              name="theme"
              value={theme}
              aria-pressed={theme === frame.theme ? 'true' : 'false'}
            >
              <Icon name={themes[theme].icon} /> {themes[theme].text}
            </button>
          ))}
          {frame.search && (
            <button type="submit" class="fp-menu__item" name="shortcuts" value={frame.shortcuts ? 'off' : 'on'}>
              <Icon name="search" />{' '}
              {frame.shortcuts ? 'Turn off the key / for search' : 'Turn on the key / for search'}
            </button>
          )}
        </form>
      </div>
    </>
  )
}

interface MenuFormProps {
  readonly action: string
  readonly csrf: string
  readonly icon: IconName
  readonly text: string
}

function MenuForm({ action, csrf, icon, text }: MenuFormProps) {
  return (
    <form action={action} method="post">
      <HiddenField name="_csrf" value={csrf} />
      <button type="submit" class="fp-menu__item">
        <Icon name={icon} /> {text}
      </button>
    </form>
  )
}
