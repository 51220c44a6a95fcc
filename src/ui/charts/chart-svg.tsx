import type { ComponentChildren, JSX } from 'preact'

/** How much room a chart has: on a page, on a phone or in a narrow card. */
export type ChartSize = { readonly name: 'wide' | 'narrow'; readonly width: number }

type ChartSvgProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** What a person who cannot see the chart should be told: the finding, not the picture. */
  description: string
  width: number
  height: number
  class?: string
  children: ComponentChildren
}

/** A drawing that is named and told to those who cannot see it, and scales with its place. */
export function ChartSvg({ id, title, description, width, height, class: name, children }: ChartSvgProps): JSX.Element {
  return (
    <svg
      class={name ? `chart-svg ${name}` : 'chart-svg'}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}

const SIZES: readonly ChartSize[] = [
  { name: 'wide', width: 720 },
  { name: 'narrow', width: 340 },
]

/**
 * Draws a chart twice, for wide and narrow room; the style sheet shows the one that fits and hides the other from
 * eyes and screen readers alike. Shrinking one drawing would make its words too small to read on a phone.
 */
export function BothSizes({ draw }: { draw: (size: ChartSize) => JSX.Element }): JSX.Element {
  return (
    <div class="chart-room">
      {SIZES.map((size) => (
        <div class={`chart-size chart-size-${size.name}`} key={size.name}>
          {draw(size)}
        </div>
      ))}
    </div>
  )
}
