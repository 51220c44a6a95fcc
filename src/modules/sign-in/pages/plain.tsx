import type { FastifyReply, FastifyRequest } from 'fastify'
import { themeOf } from '#platform/http/pages.ts'
import { renderPage } from '#ui/layouts/document.tsx'
import { PlainPage } from '#ui/layouts/plain-page.tsx'
import type { Plain, SignInDeps } from '../context.ts'

/** Sends a page without navigation. */
export function sendPlain(
  { site }: Pick<SignInDeps, 'site'>,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Plain,
): FastifyReply {
  const html = renderPage(
    <PlainPage
      assets={site.assets}
      force={site.force}
      demonstration={site.demonstration}
      theme={themeOf(request) ?? 'device'}
      title={page.title}
      lead={page.lead}
      errors={page.errors}
      wide={page.wide}
    >
      {page.body}
    </PlainPage>,
  )
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(html)
}
