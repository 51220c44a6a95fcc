import type { Readable } from 'node:stream'
import type { JobContext } from '#platform/jobs/define.ts'

/** What an import needs of whoever runs it: a job, or the command line with a system reader. */
export type ImportContext = Pick<JobContext, 'transaction'>

/** A file to import; opened once, when its turn comes. */
export interface ImportFile {
  readonly name: string
  open(): Readable | Promise<Readable>
}
