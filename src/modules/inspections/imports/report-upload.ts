import { Buffer } from 'node:buffer'
import { Invalid } from '#platform/errors/errors.ts'
import type { Upload } from '#platform/http/routes.ts'
import { decodeReport, MOST_FILE_BYTES } from './decode-report.ts'

/** The file of the import form: its text is what stands for it. It is kept nowhere but in the draft. */
export const reportUpload: Upload = {
  field: 'file',
  maxBytes: MOST_FILE_BYTES,
  tooLarge: `The file must be ${MOST_FILE_BYTES / 1e6} MB or smaller: save the report’s text only`,
  async take({ name, bytes }) {
    if (!/\.(txt|md|text)$/i.test(name))
      throw new Invalid({
        file: 'The file must be plain text: .txt or .md. Of a web page or a PDF, copy the text and paste it',
      })
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    return decodeReport(Buffer.concat(chunks), 'file')
  },
}
