import type { Funnel, FunnelPlace, PlacedArea } from '#calculations/funnel/funnel-plot.ts'
import { line } from 'd3-shape'
import type { ComponentChildren, JSX } from 'preact'
import { capital } from '../words/capital.ts'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { Figure } from './figure.tsx'
import { type FunnelLayout, layOutFunnel, type Room } from './funnel-layout.ts'
import { decimalsFor, formatNumber, place } from './numbers.ts'
import { placeLabels } from './place-labels.ts'
import { shorten } from './shorten.ts'
import { spreadLabels } from './spread-labels.ts'

export type FunnelPlotProps = {
  /** Unique on the page. */
  id: string
  title: string
  words: ComponentChildren
  /** What the rates are: `crimes per 1,000 residents a year`. */
  unit: string
  /** What lies along the bottom: `residents`, or `residents times years`. */
  sizeUnit: string
  funnel: Funnel
  /** Id of the reader's own area. */
  here?: string
  decimals?: number
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
  /** The numbers as a table where they stand with more than the chart knows; else it makes one. */
  table?: ComponentChildren
}

const PLACE_WORDS = {
  inside: 'within what chance explains',
  'outside-95': 'outside the 95% limits',
  'outside-998': 'outside the 99.8% limits',
} as const satisfies Record<FunnelPlace, string>

/** `outside the 95% limits, below`. */
export function placeWords({ place: where, side }: Pick<PlacedArea, 'place' | 'side'>): string {
  return where === 'inside' ? PLACE_WORDS[where] : `${PLACE_WORDS[where]}, ${side}`
}

/** Areas by size and rate, with the limits within which chance alone would leave them. */
export function FunnelPlot(props: FunnelPlotProps): JSX.Element {
  const { id, title, words, howCounted, headingLevel, table = <NumbersTable {...props} /> } = props
  return (
    <Figure
      id={id}
      title={title}
      words={words}
      table={table}
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} size={size} />} />
    </Figure>
  )
}

function NumbersTable({ title, unit, sizeUnit, funnel, here, decimals = 1 }: FunnelPlotProps) {
  const columns = [
    { heading: 'Area' },
    { heading: capital(sizeUnit), numeric: true },
    { heading: 'Rate', numeric: true },
    { heading: 'Where it lies' },
  ]
  const rows = funnel.areas
    .toSorted((a, b) => b.rate - a.rate)
    .map((area) => [
      area.id === here ? `${area.name} (your area)` : area.name,
      formatNumber(area.size),
      formatNumber(area.rate, decimals),
      placeWords(area),
    ])
  return <ChartTable caption={`${title}: ${unit}`} columns={columns} rows={rows} />
}

function Drawing({
  id,
  title,
  unit,
  sizeUnit,
  funnel,
  here,
  decimals = 1,
  size,
}: FunnelPlotProps & { size: ChartSize }) {
  const wide = size.name === 'wide'
  const height = wide ? 380 : 320
  const frame = { left: wide ? 44 : 36, right: size.width - (wide ? 96 : 58), top: 46, bottom: height - 42 }
  const layout = layOutFunnel(funnel, frame, wide)
  const outside = funnel.areas.filter(({ place: where }) => where !== 'inside')
  return (
    <ChartSvg
      id={`${id}-${size.name}`}
      title={`${title}: ${unit}`}
      description={describe(funnel, here)}
      width={size.width}
      height={height}
    >
      <text class="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <Axes layout={layout} frame={frame} sizeUnit={sizeUnit} />
      <Limits funnel={funnel} layout={layout} />
      <LimitLabels funnel={funnel} layout={layout} frame={frame} decimals={decimals} wide={wide} />
      {funnel.areas.map((area) => (
        <Dot area={area} here={here} layout={layout} key={area.id} />
      ))}
      <AreaLabels areas={wanted(funnel, outside, here, wide ? 12 : 5)} layout={layout} frame={frame} wide={wide} />
    </ChartSvg>
  )
}

function Axes({ layout, frame, sizeUnit }: { layout: FunnelLayout; frame: Room; sizeUnit: string }) {
  const { x, y, rateTicks, sizeTicks } = layout
  return (
    <>
      {rateTicks.map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={frame.left} x2={frame.right} y1={place(y(tick))} y2={place(y(tick))} />
          <text class="chart-tick chart-end" x={frame.left - 7} y={place(y(tick) + 4)}>
            {formatNumber(tick, decimalsFor(rateTicks))}
          </text>
        </g>
      ))}
      {sizeTicks.map((tick) => (
        <text class="chart-tick chart-middle" x={place(x(tick))} y={frame.bottom + 18} key={tick}>
          {formatNumber(tick)}
        </text>
      ))}
      <text class="chart-tick chart-end" x={frame.right} y={frame.bottom + 36}>
        {sizeUnit}
      </text>
      <line class="chart-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
    </>
  )
}

function Limits({ funnel, layout: { x, y } }: { funnel: Funnel; layout: FunnelLayout }) {
  const path = (limit: (step: Funnel['curve'][number]) => number) =>
    line<Funnel['curve'][number]>()
      .x(({ size }) => x(size))
      .y((step) => y(limit(step)))
      .digits(1)([...funnel.curve]) ?? ''
  const ends = [x(funnel.curve[0]?.size ?? 1), x(funnel.curve.at(-1)?.size ?? 1)]
  const target = place(y(funnel.target))
  return (
    <>
      <path class="chart-limit" d={path((step) => step.limits998.low) + path((step) => step.limits998.high)} />
      <path
        class="chart-limit chart-limit-95"
        d={path((step) => step.limits95.low) + path((step) => step.limits95.high)}
      />
      <line class="chart-reference" x1={place(ends[0] ?? 0)} x2={place(ends[1] ?? 0)} y1={target} y2={target} />
    </>
  )
}

type LimitLabelsProps = { funnel: Funnel; layout: FunnelLayout; frame: Room; decimals: number; wide: boolean }

/** The rate of all together, and the limits at their right ends; named as one where they lie too close to part. */
function LimitLabels({ funnel, layout: { y }, frame, decimals, wide }: LimitLabelsProps) {
  const last = funnel.curve.at(-1)
  if (!last) return null
  const target = y(funnel.target)
  const parted = y(last.limits95.high) - y(last.limits998.high) > 11 && target - y(last.limits95.high) > 14
  const labels = [
    ...(parted ? [{ at: y(last.limits998.high), words: '99.8%' }] : []),
    { at: y(last.limits95.high), words: parted ? '95%' : 'limits' },
    { at: target, words: `${wide ? 'all areas' : 'all'} ${formatNumber(funnel.target, decimals)}` },
  ]
  const places = spreadLabels(
    labels.map(({ at }) => at + 4),
    15,
    frame.top,
    frame.bottom,
  )
  return (
    <>
      {labels.map(({ words }, i) => (
        <text class="chart-label chart-label-soft" x={frame.right + 7} y={place(places[i] ?? 0)} key={words}>
          {words}
        </text>
      ))}
    </>
  )
}

function Dot({ area, here, layout }: { area: PlacedArea; here: string | undefined; layout: FunnelLayout }) {
  const own = area.id === here
  const x = place(layout.x(area.size))
  const y = place(layout.y(area.rate))
  const name = own ? 'chart-area chart-area-here' : `chart-area chart-area-${area.place}`
  // A rate beyond the scale is a bar on its edge, not a dot at a height that would be wrong.
  if (layout.isOffScale(area)) return <rect class={name} x={x - 5} y={y - 2} width={10} height={4} />
  return <circle class={name} cx={x} cy={y} r={own ? 6 : area.place === 'inside' ? 2.5 : 3.4} />
}

/** Own area first, then the areas furthest from the rate of all for their size. */
function wanted(funnel: Funnel, outside: readonly PlacedArea[], here: string | undefined, most: number): PlacedArea[] {
  const distance = ({ count, size }: PlacedArea) =>
    Math.abs(Math.sqrt(count) - Math.sqrt((funnel.target * size) / 1000))
  const own = funnel.areas.filter(({ id }) => id === here)
  const others = outside.filter(({ id }) => id !== here).sort((a, b) => distance(b) - distance(a))
  return [...own, ...others.slice(0, most)]
}

type AreaLabelsProps = { areas: readonly PlacedArea[]; layout: FunnelLayout; frame: Room; wide: boolean }

function AreaLabels({ areas, layout, frame, wide }: AreaLabelsProps) {
  const wishes = areas.map((area) => {
    const name = shorten(area.name, wide ? 26 : 16)
    const words = layout.isOffScale(area) ? `${name} ${formatNumber(area.rate)}, off the scale` : name
    return { x: layout.x(area.size), y: layout.y(area.rate), words }
  })
  return (
    <>
      {placeLabels(wishes, { ...frame, top: frame.top - 28 }).map(({ left, baseline, words }) => (
        <text class="chart-label" x={place(left)} y={place(baseline)} key={words}>
          {words}
        </text>
      ))}
    </>
  )
}

function describe(funnel: Funnel, here: string | undefined): string {
  const count = (where: FunnelPlace, side: string) =>
    funnel.areas.filter((area) => area.place === where && area.side === side).length
  const own = funnel.areas.find(({ id }) => id === here)
  const outside =
    `${funnel.areas.length} areas: ${count('outside-998', 'above')} above and ${count('outside-998', 'below')} below ` +
    `the 99.8% limits, ${count('outside-95', 'above')} above and ${count('outside-95', 'below')} below the 95% limits.`
  return own ? `${outside} ${own.name}, your area, is ${PLACE_WORDS[own.place]}.` : outside
}
