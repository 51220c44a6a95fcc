import type { Funnel, FunnelPlace, PlacedArea } from '#calculations/funnel/funnel-plot.ts'
import { scaleLinear, scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import type { ComponentChildren, JSX } from 'preact'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { Figure } from './figure.tsx'
import { formatNumber, place } from './numbers.ts'
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
}

const PLACE_WORDS = {
  inside: 'within what chance explains',
  'outside-95': 'outside the 95% limits',
  'outside-998': 'outside the 99.8% limits',
} as const satisfies Record<FunnelPlace, string>

/** Areas by size and rate, with the limits within which chance alone would leave them. */
export function FunnelPlot(props: FunnelPlotProps): JSX.Element {
  const { id, title, words, unit, sizeUnit, funnel, here, decimals = 1, howCounted, headingLevel } = props
  const rows = funnel.areas
    .toSorted((a, b) => b.perThousand - a.perThousand)
    .map((area) => [
      area.id === here ? `${area.name} (your area)` : area.name,
      formatNumber(area.personYears),
      formatNumber(area.perThousand, decimals),
      `${PLACE_WORDS[area.place]}${area.place === 'inside' ? '' : `, ${area.side}`}`,
    ])
  const columns = [
    { heading: 'Area' },
    { heading: `${sizeUnit.slice(0, 1).toUpperCase()}${sizeUnit.slice(1)}`, numeric: true },
    { heading: 'Rate', numeric: true },
    { heading: 'Where it lies' },
  ]
  return (
    <Figure
      id={id}
      title={title}
      words={words}
      table={<ChartTable caption={`${title}: ${unit}`} columns={columns} rows={rows} />}
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} size={size} />} />
    </Figure>
  )
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
  const frame = { left: wide ? 44 : 36, right: size.width - (wide ? 96 : 58), top: 30, bottom: height - 42 }
  const { x, y, sizeTicks } = scales(funnel, frame, wide)
  const outside = funnel.areas.filter(({ place: where }) => where !== 'inside')
  const last = funnel.curve.at(-1)
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
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={frame.left} x2={frame.right} y1={place(y(tick))} y2={place(y(tick))} />
          <text class="chart-tick chart-end" x={frame.left - 7} y={place(y(tick) + 4)}>
            {formatNumber(tick)}
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
      <Limits funnel={funnel} x={x} y={y} />
      {last && (
        <LimitLabels
          at={frame.right + 6}
          frame={frame}
          labels={[
            { y: y(last.limits998.high), words: '99.8%' },
            { y: y(last.limits95.high), words: '95%' },
            {
              y: y(funnel.targetPerThousand),
              words: `${wide ? 'together ' : 'all '}${formatNumber(funnel.targetPerThousand, decimals)}`,
            },
            { y: y(last.limits95.low), words: '95%' },
            { y: y(last.limits998.low), words: '99.8%' },
          ]}
        />
      )}
      {funnel.areas.map((area) => (
        <Dot area={area} here={here} x={x} y={y} key={area.id} />
      ))}
      <AreaLabels areas={wanted(funnel, outside, here, wide ? 12 : 4)} x={x} y={y} frame={frame} wide={wide} />
    </ChartSvg>
  )
}

type Scale = (value: number) => number
type Room = { left: number; right: number; top: number; bottom: number }

function scales(funnel: Funnel, frame: Room, wide: boolean) {
  const sizes = funnel.curve.map(({ personYears }) => personYears)
  const [first = 1, last = 10] = [sizes[0], sizes.at(-1)]
  const rates = funnel.areas.map(({ perThousand }) => perThousand)
  const highest = Math.max(
    1e-9,
    funnel.targetPerThousand * 1.3,
    ...rates,
    ...funnel.curve.slice(10).map((c) => c.limits95.high),
  )
  const y = scaleLinear([0, highest * 1.05], [frame.bottom, frame.top]).clamp(true)
  // Areas of very different size would huddle at the left of a plain scale.
  if (last > first * 20) {
    const x = scaleLog([first, last], [frame.left, frame.right])
    const powers = x.ticks().filter((tick) => /^[1]0*$/.test(String(tick)) || (wide && /^[25]0*$/.test(String(tick))))
    return { x, y, sizeTicks: powers }
  }
  const x = scaleLinear([Math.min(first, last * 0.02), last], [frame.left, frame.right])
  return { x, y, sizeTicks: x.ticks(wide ? 6 : 3) }
}

function Limits({ funnel, x, y }: { funnel: Funnel; x: Scale; y: Scale }) {
  const path = (limit: (step: Funnel['curve'][number]) => number) =>
    line<Funnel['curve'][number]>()
      .x(({ personYears }) => x(personYears))
      .y((step) => y(limit(step)))
      .digits(1)([...funnel.curve]) ?? ''
  const ends = [x(funnel.curve[0]?.personYears ?? 1), x(funnel.curve.at(-1)?.personYears ?? 1)]
  const target = place(y(funnel.targetPerThousand))
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

function LimitLabels({ at, frame, labels }: { at: number; frame: Room; labels: { y: number; words: string }[] }) {
  const places = spreadLabels(
    labels.map((label) => label.y + 4),
    14,
    frame.top,
    frame.bottom,
  )
  return (
    <>
      {labels.map(({ words }, i) => (
        <text class="chart-label chart-label-soft" x={at} y={place(places[i] ?? 0)} key={i}>
          {words}
        </text>
      ))}
    </>
  )
}

function Dot({ area, here, x, y }: { area: PlacedArea; here: string | undefined; x: Scale; y: Scale }) {
  const own = area.id === here
  const radius = own ? 6 : area.place === 'inside' ? 2.5 : 4
  const name = own ? 'chart-area chart-area-here' : `chart-area chart-area-${area.place}`
  return <circle class={name} cx={place(x(area.personYears))} cy={place(y(area.perThousand))} r={radius} />
}

/** Own area first, then the areas furthest from the rate of all for their size. */
function wanted(funnel: Funnel, outside: readonly PlacedArea[], here: string | undefined, most: number): PlacedArea[] {
  const distance = ({ count, personYears }: PlacedArea) =>
    Math.abs(Math.sqrt(count) - Math.sqrt((funnel.targetPerThousand * personYears) / 1000))
  const own = funnel.areas.filter(({ id }) => id === here)
  const others = outside.filter(({ id }) => id !== here).sort((a, b) => distance(b) - distance(a))
  return [...own, ...others.slice(0, most)]
}

function AreaLabels({
  areas,
  x,
  y,
  frame,
  wide,
}: {
  areas: readonly PlacedArea[]
  x: Scale
  y: Scale
  frame: Room
  wide: boolean
}) {
  const wishes = areas.map((area) => ({
    x: x(area.personYears),
    y: y(area.perThousand),
    words: shorten(area.name, wide ? 26 : 16),
  }))
  return (
    <>
      {placeLabels(wishes, frame).map(({ left, baseline, words }) => (
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
