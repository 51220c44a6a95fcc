import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { MOST_FILE_BYTES, MOST_PASTED_BYTES } from '../imports/decode-report.ts'
import { hashOf, keepText } from '../imports/kept-text.ts'
import { readingModel } from '../queries/reading-model.ts'
import type { ReadReport } from '../report/model.ts'
import { REPORT_FIELD } from '../report/refuse.ts'
import { readReport } from '../report/read-report.ts'
import { WRITERS } from '../writers.ts'

const reportText = z.string().max(MOST_FILE_BYTES).optional()

/** Reads a report and keeps its text among the person's drafts, to be looked at: nothing is saved of it. */
export const readInspection = command({
  name: 'inspection.read',
  summary: 'Import an inspection report: read it, and look at what was read',
  input: z.object({ report: reportText, file: reportText }),
  output: z.object({ sha256: z.string(), reading: readingModel }),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'inspection.read',
    subjects: about.nobody,
    detail: (_, { sha256, reading: { force, year, pillar } }) => ({ sha256, force, year, pillar }),
  },
  async run(tx, input) {
    const file = input.file ?? ''
    const pasted = input.report ?? ''
    if (file === '' && Buffer.byteLength(pasted) > MOST_PASTED_BYTES) {
      const most = `${MOST_PASTED_BYTES / 1000} kB`
      throw new Invalid({ [REPORT_FIELD]: `This is longer than ${most}. Save it as a text file and send that.` })
    }
    const text = file === '' ? pasted : file
    const reading = readFrom(text, file === '' ? REPORT_FIELD : 'file')
    await keepText(tx, text)
    return { sha256: hashOf(text), reading }
  },
})

/** Reads it; a refusal stands at the field that the text came from. */
function readFrom(text: string, field: string): ReadReport {
  try {
    return readReport(text)
  } catch (error) {
    const words = error instanceof Invalid ? error.fields[REPORT_FIELD] : undefined
    throw words === undefined ? error : new Invalid({ [field]: words })
  }
}
