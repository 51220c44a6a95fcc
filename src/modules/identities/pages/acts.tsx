import { partyHref } from '#kernel/parties/hrefs.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page } from '#kernel/web/view.ts'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { historyHref, IDENTITIES, pairHref, PROPOSE } from '../addresses.ts'
import { proposeIdentity } from '../commands/propose.ts'
import { splitIdentity } from '../commands/split.ts'
import { beginProposal, beginSplit, beginUndo, type Head } from '../queries/pair-form.ts'

const proposePage = page({
  path: PROPOSE,
  query: beginProposal,
  view: ({ left, right }, context) => ({
    section: 'investigate',
    title: 'Which two records are the same?',
    lead: 'An identity reviewer puts them side by side and decides. Nothing changes until then',
    marking: markingOf(left, right),
    ...(left !== null && { back: { href: partyHref(left.kind, left.id), text: left.label } }),
    body: (
      <ActForm
        context={context}
        submit="Propose"
        cancel={left === null ? '/' : partyHref(left.kind, left.id)}
        stored={{ left: left?.id ?? '', right: right?.id ?? '' }}
      >
        <TextField name="left" label="One record" hint={left === null ? NUMBER_HINT : left.label} width={10} mono />
        <TextField
          name="right"
          label="The other record"
          hint={right === null ? NUMBER_HINT : right.label}
          width={10}
          mono
        />
        <TextArea name="reason" label="Why do they look the same to you?" rows={3} />
      </ActForm>
    ),
  }),
})

const NUMBER_HINT = 'The number at the end of the address of its page: 17 of /people/17'

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
