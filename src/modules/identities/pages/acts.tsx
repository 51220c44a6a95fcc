import { partyHref } from '#kernel/parties/hrefs.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page } from '#kernel/web/view.ts'
import { HiddenField } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { historyHref, IDENTITIES, pairHref, PROPOSE } from '../addresses.ts'
import { proposeIdentity } from '../commands/propose.ts'
import { splitIdentity } from '../commands/split.ts'
import { beginProposal, beginSplit, beginUndo, type Head } from '../queries/pair-form.ts'

const proposePage = page({
  path: PROPOSE,
  query: beginProposal,
  view: ({ left, right }, context) => ({
    section: 'investigate',
    islands: ['suggest'],
    title: 'Which two records are the same?',
    lead: 'An identity reviewer puts them side by side and decides. Nothing changes until then',
    marking: markingOf(left, right),
    ...(left !== null && { back: { href: partyHref(left.kind, left.id), text: left.label } }),
    body: (
      <ActForm
        context={context}
        submit="Propose"
        cancel={left === null ? '/' : partyHref(left.kind, left.id)}
        stored={{}}
      >
        <Side name="left" label="One record" head={left} like={right} />
        <Side name="right" label="The other record" head={right} like={left} />
        <TextArea name="reason" label="Why do they look the same to you?" rows={3} />
      </ActForm>
    ),
  }),
})

interface SideProps {
  readonly name: 'left' | 'right'
  readonly label: string
  readonly head: Head | null
  /** The other side: both are of one kind. */
  readonly like: Head | null
}

/** A record that is chosen already, or a field in which it is looked for. */
function Side({ name, label, head, like }: SideProps) {
  if (head === null)
    return (
      <PartyPicker
        name={name}
        label={label}
        hint="Choose it while you type, or give the address of its page here"
        width={30}
        {...(like !== null && { kind: like.kind })}
      />
    )
  return (
    <>
      <HiddenField name={name} value={String(head.id)} />
      <p>
        <strong>{label}</strong> <Link href={partyHref(head.kind, head.id)}>{head.label}</Link>
      </p>
    </>
  )
}

function markingOf(...heads: readonly (Head | null)[]) {
  return heads.some((head) => head?.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
}

const Reason = () => <TextArea name="reason" label="Reason" hint="Whoever asks later reads it" rows={3} />

const SPLIT = `${IDENTITIES}/split/:party`
const splitPage = page({
  path: SPLIT,
  query: beginSplit,
  view: ({ head }, context) => ({
    section: 'investigate',
    title: 'Take this record out?',
    lead: `${head.label}. It stands by itself again, as before; what held it there is not proposed again`,
    marking: head.marking,
    back: { href: historyHref(head.id), text: head.label },
    body: (
      <ActForm context={context} submit="Take it out" cancel={historyHref(head.id)} warning>
        <Reason />
      </ActForm>
    ),
  }),
})

const UNDO = `${IDENTITIES}/undo/:change`
const undoPage = page({
  path: UNDO,
  query: beginUndo,
  view: ({ left, right }, context) => ({
    section: 'investigate',
    title: 'Undo this merge?',
    lead: `${left.label} and ${right.label} are parted. All else that was joined stays`,
    marking: markingOf(left, right),
    back: { href: historyHref(left.id), text: left.label },
    body: (
      <ActForm context={context} submit="Undo the merge" cancel={historyHref(left.id)} warning>
        <Reason />
      </ActForm>
    ),
  }),
})

const parted = ({ party, waits }: { readonly party: number; readonly waits: boolean }) =>
  `${historyHref(party)}?done=${waits ? 'second-needed' : 'parted'}`

export const actRoutes = [
  proposePage,
  form({
    path: PROPOSE,
    command: proposeIdentity,
    page: proposePage,
    next: ({ id }) => `${pairHref(id)}?done=proposed`,
  }),
  splitPage,
  form({ path: SPLIT, command: splitIdentity, page: splitPage, next: parted }),
  undoPage,
  form({ path: UNDO, command: splitIdentity, page: undoPage, next: parted }),
]
