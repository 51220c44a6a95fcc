import type { ComponentChildren, JSX } from 'preact'

/** A line of the list beside a map; `number` is that of its pin, where it has one. */
export type MapListItem = {
  readonly name: string
  readonly number?: number
  readonly value: ComponentChildren
  readonly href?: string
  readonly here?: boolean
}

/** The list that stands beside every map: pins first by number, then whatever the map shows, highest first. */
export function MapList({ items, label }: { items: readonly MapListItem[]; label: string }): JSX.Element {
  return (
    <ol class="map-list" aria-label={label}>
      {items.map((item) => (
        <li class={item.here ? 'map-list-here' : undefined} key={`${item.number ?? ''}${item.name}`}>
          {item.number !== undefined && <span class="map-list-number">{item.number}</span>}
          <span class="map-list-name">
            {item.href === undefined ? item.name : <a href={item.href}>{item.name}</a>}
            {item.here && ' (your area)'}
          </span>
          <span class="map-list-value">{item.value}</span>
        </li>
      ))}
    </ol>
  )
}
