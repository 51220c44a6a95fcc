import { openDocument } from '#kernel/documents/open.ts'
import type { DocumentView } from '#kernel/documents/row.ts'
import { mayBeOpened } from '#kernel/documents/rules/doc04-withdrawal.ts'
import { withdrawDocument } from '#kernel/documents/withdraw.ts'
import { form, page } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Icon } from '#ui/blocks/icon.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { fileSize } from '#ui/words/numbers.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor } from '../parts/may.ts'
import { reachWords } from './documents.tsx'

function mayWithdraw(document: DocumentView, { reader }: PageContext): boolean {
  return (
    document.withdrawnAt === null && (document.addedBy === reader.account || reader.roles.includes('records-custodian'))
  )
}

export const documentPage = page({
  path: '/documents/:id',
  query: openDocument,
  view: (document, context) => ({
    section: 'work',
    title: document.title,
    lead: document.withdrawnAt === null ? reachWords(document) : 'Withdrawn',
    marking: document.marking,
    back: { href: '/documents', text: 'Documents' },
    notice: doneNotice(context, { added: 'Document added', withdrawn: 'Document withdrawn' }),
    actions: [
      { text: 'Why can I see this?', href: `/why/document/${document.id}` },
      ...actionsFor(mayWithdraw(document, context), {
        text: 'Withdraw',
        href: `/documents/${document.id}/withdraw`,
      }),
    ],
    body: (
      <>
        {mayBeOpened(document.withdrawnAt, context.reader.roles) === null && (
          <Button href={`/documents/${document.id}/file`}>
            <Icon name="download" /> Open {document.fileName} ({fileSize(document.bytes)})
          </Button>
        )}
        <Definition
          of={[
            ['Marking', document.marking],
            ['For', reachWords(document)],
            ['Of', document.agencyName],
            ['File', document.fileName],
            ['Added by', <Link href={`/colleagues/${document.addedBy}`}>{document.addedByName}</Link>],
            ['Added', <Time instant={document.addedAt} />],
            ['Withdrawn', document.withdrawnAt !== null && <Time instant={document.withdrawnAt} />],
            ['Why withdrawn', document.withdrawnReason],
            ['Reference', <Reference>{document.id}</Reference>],
            ['SHA-256', <Reference>{document.sha256}</Reference>],
          ]}
        />
      </>
    ),
  }),
})

export const withdrawPage = page({
  path: '/documents/:id/withdraw',
  query: openDocument,
  view: (document, context) => ({
    section: 'work',
    title: `Withdraw “${document.title}”?`,
    lead: 'Nobody opens it any more, except a records custodian. It is kept until its disposal',
    marking: document.marking,
    back: { href: `/documents/${document.id}`, text: document.title },
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Withdraw document"
          cancel={`/documents/${document.id}`}
          version={document.version}
          warning
        >
          <TextArea name="reason" label="Reason" hint="Those who look for it will read this" rows={3} />
        </ActForm>
      </>
    ),
  }),
})
export const withdrawForm = form({
  path: '/documents/:id/withdraw',
  command: withdrawDocument,
  page: withdrawPage,
  next: ({ id }) => `/documents/${id}?done=withdrawn`,
})
