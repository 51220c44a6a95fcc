import { columnsOf } from '#calculations/networks/columns.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { LINK_KINDS, PARTY_KINDS, type LinkKind, type PartyKind } from '#kernel/parties/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { NetworkChart } from '#ui/charts/network.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { plural } from '#ui/words/numbers.ts'
import { MOST_NODES, type Network } from '../../queries/network.ts'
import { MarkerTag } from './markers.tsx'

interface NetworkFigureProps {
  readonly kind: PartyKind
  readonly label: string
  readonly network: Network
  /** It is around somebody who may be under 18: nothing is drawn (PTY05). */
  readonly child: boolean
}

/** Who and what is one or two steps away, drawn and as a table; with what it is not. */
export function NetworkFigure({ kind, label, network, child }: NetworkFigureProps) {
  if (child)
    return (
      <InsetText>
        No network is drawn around somebody who may be under 18 without a recorded exploitation consideration (rule
        PTY05). Their own links stand above.
      </InsetText>
    )
  const { nodes, ties } = network
  if (nodes.length === 0) return <LeftOut network={network} />
  const around = { label, note: PARTY_KINDS[kind].one }
  const drawn = nodes.map((node) => ({
    id: node.id,
    label: node.label,
    note: noteOf(network, node),
    flagged: node.markers.length > 0,
    href: partyHref(node.kind, node.id),
  }))
  const between = ties.flatMap(({ from, to }) => (from === null || to === null ? [] : [[from, to] as const]))
  const near = nodes.filter(({ step }) => step === 1).length
  return (
    <>
      <InsetText>
        This shows what was collected and entered, not who is guilty. A broken line is a link that is over.
      </InsetText>
      <NetworkChart
        id="network"
        title={`Around ${label}`}
        description={`${near} one step away and ${nodes.length - near} two steps away; the table below has the same.`}
        centre={around}
        nodes={drawn}
        ties={ties.map((tie) => ({ ...tie, words: tieSentence(tie, label, network) }))}
        columns={columnsOf(nodes, between)}
      />
      <LeftOut network={network} />
      <details class="chart-details">
        <summary>The network as a table</summary>
        <NetworkTable label={label} network={network} />
      </details>
    </>
  )
}

function LeftOut({ network: { children, protected: hidden, capped } }: Pick<NetworkFigureProps, 'network'>) {
  return (
    <>
      {capped && <p class="fp-second">The {MOST_NODES} most tied are drawn; there are more.</p>}
      {children > 0 && (
        <p class="fp-second">
          {plural(children, 'person', 'people')} who may be under 18 {children === 1 ? 'is' : 'are'} not drawn, nor what
          is reached only through them (rule PTY05).
        </p>
      )}
      {hidden > 0 && <p class="fp-second">Who or what is marked as protected is not drawn (rule PTY05).</p>}
    </>
  )
}

type Node = Network['nodes'][number]
type Tie = Network['ties'][number]

function tiesAt({ ties }: Network, id: number): readonly Tie[] {
  return ties.filter(({ from, to }) => from === id || to === id)
}

/** Of the one a step away how it is tied to whom it is about; of the others what they are. */
function noteOf(network: Network, { id, kind, step }: Node): string {
  if (step === 2) return PARTY_KINDS[kind].one
  const own = tiesAt(network, id).find(({ from, to }) => from === null || to === null)
  return own === undefined ? PARTY_KINDS[kind].one : readFrom(own.kinds, own.from === null)
}

function readFrom(kinds: readonly LinkKind[], out: boolean): string {
  return [...new Set(kinds.map((kind) => (out ? LINK_KINDS[kind].there : LINK_KINDS[kind].back)))].join(', ')
}

function labelOf(network: Network, id: number | null, around: string): string {
  return id === null ? around : (network.nodes.find((node) => node.id === id)?.label ?? '')
}

function tieSentence({ from, to, kinds, over }: Tie, around: string, network: Network): string {
  const words = `${labelOf(network, from, around)} ${readFrom(kinds, true)} ${labelOf(network, to, around)}`
  return over ? `${words} (over)` : words
}

function NetworkTable({ label, network }: { readonly label: string; readonly network: Network }) {
  return (
    <DataTable
      caption={`Who and what is one or two steps from ${label}`}
      captionHidden
      rows={network.nodes}
      empty={null}
      columns={[
        { header: 'Who or what', cell: (node) => <Link href={partyHref(node.kind, node.id)}>{node.label}</Link> },
        { header: 'Kind', cell: (node) => PARTY_KINDS[node.kind].one },
        { header: 'Steps', align: 'number', cell: (node) => String(node.step) },
        {
          header: 'Ties',
          cell: (node) => tiesAt(network, node.id).map((tie) => <div>{tieSentence(tie, label, network)}</div>),
        },
        { header: 'Markers', phoneLabel: false, cell: (node) => node.markers.map((kind) => <MarkerTag kind={kind} />) },
      ]}
    />
  )
}
