import { Icon } from '../blocks/icon.tsx'
import type { NavigationItem, StaffFrame } from './frame.ts'

interface SideSectionsProps {
  readonly frame: StaffFrame
  readonly current: string | undefined
}

/** The sections the reader has, at the side; on a phone they open from "Menu". */
export function SideSections({ frame, current }: SideSectionsProps) {
  return (
    <nav class="fp-sections" id="sections" popover="auto" aria-label="Sections">
      <List items={frame.sections} current={current} />
      {frame.lowerSections && frame.lowerSections.length > 0 && (
        <div class="fp-sections__lower">
          <List items={frame.lowerSections} current={current} />
        </div>
      )}
    </nav>
  )
}

function List({ items, current }: { readonly items: readonly NavigationItem[]; readonly current: string | undefined }) {
  return (
    <ul class="fp-sections__list">
      {items.map((item) => (
        <li>
          <a class="fp-sections__link" href={item.href} aria-current={item.id === current ? 'true' : undefined}>
            <Icon name={item.icon} />
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  )
}
