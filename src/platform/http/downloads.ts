import type { FastifyReply } from 'fastify'
import type { DownloadResult } from '#platform/operations/define.ts'

/** Streams a file with its name; the marking is part of the name. */
export function sendDownload(reply: FastifyReply, download: DownloadResult): FastifyReply {
  const ascii = download.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .type(download.mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
    )
    .send(download.body)
}
