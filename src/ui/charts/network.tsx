import type { JSX } from 'preact'
import type { Columns } from '#calculations/networks/columns.ts'
import { place } from './numbers.ts'
import { shorten } from './shorten.ts'

export interface NetworkNode {
  readonly id: number
  readonly label: string
  /** A second line, soft: how it is tied, or what it is. */
  readonly note: string
  /** Something whoever goes there must know stands on it. */
  readonly flagged: boolean
  readonly href: string
}

export interface NetworkTie {
  /** Null: whom it is drawn around. */
  readonly from: number | null
  readonly to: number | null
  readonly words: string
  /** Drawn broken. */
  readonly over: boolean
}

export interface NetworkChartProps {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** The finding, for those who cannot see it. */
  readonly description: string
  readonly centre: { readonly label: string; readonly note: string }
  readonly nodes: readonly NetworkNode[]
  readonly ties: readonly NetworkTie[]
  readonly columns: Columns
}

interface Size {
  readonly name: 'wide' | 'narrow'
  readonly width: number
}

/** Columns where there is room for three of them, otherwise a list: the style sheet shows the one that fits. */
const SIZES: readonly Size[] = [
  { name: 'wide', width: 960 },
  { name: 'narrow', width: 340 },
]

const ROW = 50
const BOX = { height: 40, pad: 10 } as const
/** A letter of a box's words in pixels, a little over the true mean. */
const LETTER = 6.6

/**
 * A small network in three columns: whom it is about, one step away, two steps away; in narrow room as a list that is set in
 * by steps. Its boxes may be links for the mouse; whoever uses a keyboard or a screen reader takes the same links from the
 * table, which must stand beside it: the drawing is hidden from them.
 */
export function NetworkChart(props: NetworkChartProps): JSX.Element {
  const { id, title, description } = props
  return (
    <div class="network">
      <p class="map-description" id={`${id}-desc`}>{`${title}. ${description}`}</p>
      {SIZES.map((size) => (
        <div class={`network-${size.name}`} key={size.name}>
          <Drawing {...props} size={size} />
        </div>
      ))}
    </div>
  )
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

function Drawing({ size, centre, nodes, ties, columns }: NetworkChartProps & { readonly size: Size }) {
  const { boxes, height } = size.name === 'wide' ? inColumns(columns, size.width) : setIn(columns, ties, size.width)
  const own = boxes.get(null)
  return (
    <svg
      class="network-svg"
      viewBox={`0 0 ${size.width} ${height}`}
      width={size.width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {ties.map((tie) => {
        const [a, b] = [boxes.get(tie.from), boxes.get(tie.to)]
        if (a === undefined || b === undefined) return null
        const path = size.name === 'wide' ? curve(a, b) : elbow(a, b)
        return path === null ? null : (
          <path class={tie.over ? 'network-tie network-tie-over' : 'network-tie'} d={path}>
            <title>{tie.words}</title>
          </path>
        )
      })}
      {own !== undefined && <NodeBox box={own} label={centre.label} note={centre.note} own />}
      {nodes.map((node) => {
        const box = boxes.get(node.id)
        return box === undefined ? null : (
          <a href={node.href} tabindex={-1} key={node.id}>
            <NodeBox box={box} label={node.label} note={node.note} flagged={node.flagged} />
          </a>
        )
      })}
    </svg>
  )
}

interface NodeBoxProps {
  readonly box: Box
  readonly label: string
  readonly note: string
  readonly own?: boolean
  readonly flagged?: boolean
}

function NodeBox({ box: { x, y, width }, label, note, own = false, flagged = false }: NodeBoxProps) {
  const letters = Math.floor((width - 2 * BOX.pad - (flagged ? 14 : 0)) / LETTER)
  return (
    <g class={own ? 'network-node network-node-own' : 'network-node'}>
      <title>{`${label}: ${note}`}</title>
      <rect x={place(x)} y={place(y)} width={place(width)} height={BOX.height} rx="3" />
      <text class="network-label" x={place(x + BOX.pad)} y={place(y + 17)}>
        {shorten(label, letters)}
      </text>
      <text class="network-note" x={place(x + BOX.pad)} y={place(y + 32)}>
        {shorten(note, Math.floor(letters * 1.12))}
      </text>
      {flagged && (
        <path
          class="network-flag"
          transform={`translate(${place(x + width - 19)} ${place(y + 8)})`}
          d="M5 0 10 5 5 10 0 5Z"
        />
      )}
    </g>
  )
}

function inColumns({ first, second }: Columns, width: number) {
  const boxes = new Map<number | null, Box>()
  const rows = Math.max(1, first.length, second.length)
  const wide = second.length === 0 ? width * 0.42 : width * 0.28
  const gap = second.length === 0 ? width - 2 * wide : (width - 3 * wide) / 2
  const put = (ids: readonly (number | null)[], column: number) => {
    const top = ((rows - ids.length) * ROW) / 2
    ids.forEach((id, at) => boxes.set(id, { x: column * (wide + gap) + 0.5, y: top + at * ROW + 5, width: wide - 1 }))
  }
  put([null], 0)
  put(first, 1)
  put(second, 2)
  return { boxes, height: rows * ROW }
}

const INDENT = 26

/** Each two steps away under the first that it is tied to. */
function setIn({ first, second }: Columns, ties: readonly NetworkTie[], width: number) {
  const boxes = new Map<number | null, Box>()
  const left = new Set(second)
  let row = 0
  const put = (id: number | null, step: number) => {
    boxes.set(id, { x: step * INDENT + 0.5, y: row * ROW + 5, width: width - step * INDENT - 1 })
    row += 1
  }
  put(null, 0)
  for (const id of first) {
    put(id, 1)
    for (const { from, to } of ties) {
      const other = from === id ? to : to === id ? from : null
      if (other !== null && left.delete(other)) put(other, 2)
    }
  }
  return { boxes, height: row * ROW }
}

/** From the right of the one to the left of the other; within a column a bow at its right. */
function curve(a: Box, b: Box): string {
  const middle = (box: Box) => place(box.y + BOX.height / 2)
  if (Math.abs(a.x - b.x) < 1) {
    const x = place(a.x + a.width)
    const bow = place(x + Math.min(44, 14 + Math.abs(a.y - b.y) / 8))
    return `M${x} ${middle(a)}C${bow} ${middle(a)} ${bow} ${middle(b)} ${x} ${middle(b)}`
  }
  const [left, right] = a.x < b.x ? [a, b] : [b, a]
  const from = place(left.x + left.width)
  const half = place((from + right.x) / 2)
  return `M${from} ${middle(left)}C${half} ${middle(left)} ${half} ${middle(right)} ${place(right.x)} ${middle(right)}`
}

/** Down from the one that is further left, then across; nothing within a column, where the table tells it. */
function elbow(a: Box, b: Box): string | null {
  if (Math.abs(a.x - b.x) < 1) return null
  const [outer, inner] = a.x < b.x ? [a, b] : [b, a]
  if (inner.y < outer.y) return null
  const x = place(outer.x + INDENT / 2)
  return `M${x} ${place(outer.y + BOX.height)}V${place(inner.y + BOX.height / 2)}H${place(inner.x)}`
}
