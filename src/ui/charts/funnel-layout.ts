import type { Funnel, PlacedArea } from '#calculations/funnel/funnel-plot.ts'
import { scaleLinear, scaleLog } from 'd3-scale'

export type Scale = (value: number) => number
export type Room = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export type FunnelLayout = {
  readonly x: Scale
  /** Rates above the scale are drawn on its upper edge: see `isOffScale`. */
  readonly y: Scale
  readonly isOffScale: (area: PlacedArea) => boolean
  readonly sizeTicks: readonly number[]
  readonly rateTicks: readonly number[]
}

/** Lays a funnel plot out: sizes along the bottom, rates up the side. */
export function layOutFunnel(funnel: Funnel, frame: Room, wide: boolean): FunnelLayout {
  const highest = topOfScale(funnel)
  const y = scaleLinear([0, highest], [frame.bottom, frame.top]).clamp(true)
  const { x, sizeTicks } = sizeScale(funnel, frame, wide)
  return { x, y, sizeTicks, rateTicks: y.ticks(5), isOffScale: ({ rate }) => rate > highest }
}

/**
 * A little over the highest rate; but where one town centre is several times all others, those would lie flat along
 * the bottom, so the scale ends above the rest and the few beyond it are named with their rates on its edge.
 */
function topOfScale({ areas, target, curve }: Funnel): number {
  const rates = areas.map(({ rate }) => rate).sort((a, b) => a - b)
  const most = rates.at(-1) ?? 0
  const nearMost = rates[Math.floor(rates.length * 0.97)] ?? most
  const limit = Math.max(target * 1.3, ...curve.map(({ limits95 }) => limits95.high))
  const needed = Math.max(limit, nearMost * 1.6, 1e-9)
  return (most > needed * 1.4 ? needed : Math.max(most, limit, 1e-9)) * 1.06
}

function sizeScale(funnel: Funnel, frame: Room, wide: boolean): { x: Scale; sizeTicks: readonly number[] } {
  const first = funnel.curve[0]?.size ?? 1
  const last = funnel.curve.at(-1)?.size ?? 10
  // Areas of very different size would huddle at the left of a plain scale.
  if (last > first * 20) {
    const x = scaleLog([first, last], [frame.left, frame.right])
    const round = wide ? /^[125]0*$/ : /^10*$/
    return { x, sizeTicks: x.ticks().filter((tick) => round.test(String(tick))) }
  }
  const x = scaleLinear([first, last], [frame.left, frame.right])
  return { x, sizeTicks: x.ticks(wide ? 6 : 3) }
}
