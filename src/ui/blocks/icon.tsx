import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rawMarkup } from '../raw.ts'

/** The Lucide icons in use. Each only ever beside its word. */
export const iconNames = [
  'bell',
  'building-2',
  'calendar',
  'check',
  'chevron-down',
  'circle-help',
  'clock',
  'download',
  'file-search',
  'file-text',
  'house',
  'lock',
  'log-out',
  'map-pin',
  'menu',
  'moon',
  'network',
  'printer',
  'scale',
  'search',
  'settings',
  'shield',
  'shield-check',
  'siren',
  'sun',
  'sun-moon',
  'upload',
  'user',
  'users',
  'x',
] as const

export type IconName = (typeof iconNames)[number]

const require = createRequire(import.meta.url)
const drawings = new Map<IconName, string>()

function drawing(name: IconName): string {
  const known = drawings.get(name)
  if (known !== undefined) return known
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const inside = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
  drawings.set(name, inside)
  return inside
}

/** A Lucide icon, 18 px, in the colour of its words and unseen by screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="fp-icon"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {rawMarkup(drawing(name))}
    </svg>
  )
}
