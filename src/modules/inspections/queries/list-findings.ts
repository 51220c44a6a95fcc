import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { keysOf } from '#platform/edge.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { COLOURS } from '../rules/fnd01-colour.ts'
import { INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { STAGES } from '../rules/fnd04-stages.ts'
import { findingSummary, FRESHNESS, KINDS, type FindingSummary } from './finding-model.ts'
import { findFindings } from './finding-rows.ts'

const filters = {
  /** `PEEL2016/E1`, or of a report whose question is in no framework its inspection and number. */
  question: optionalText('Question', 100),
  kind: optionalChoice('the kind', keysOf(KINDS)),
  stage: optionalChoice('the stage', keysOf(STAGES)),
  inspectorate: optionalChoice('the status', keysOf(INSPECTORATE_STATUSES)),
  colour: optionalChoice('how it stands', keysOf(COLOURS)),
  evidence: optionalChoice('the evidence', keysOf(FRESHNESS)),
  /** The id of whoever answers for it, or `nobody`. */
  owner: optionalText('Owner', 40),
}

const option = z.object({ value: z.string(), text: z.string() })

export const listFindings = (measures: Measures) =>
  query({
    name: 'finding.list',
    summary: 'List the findings of inspections in your reach, by question',
    input: z.object({ ...filters, page: pageNumber }),
    output: z.object({
      findings: z.array(findingSummary).readonly(),
      /** Of those that were asked for. */
      total: z.int(),
      /** All in reach, whatever was asked for, by colour. */
      standing: z.record(z.enum(keysOf(COLOURS)), z.int()),
      page: z.int(),
      questions: z.array(option).readonly(),
      owners: z.array(option).readonly(),
      filter: z.record(z.string(), z.string().nullable()),
    }),
    access: { staff: 'any' },
    purpose: 'inspection',
    audit: {
      event: 'finding.listed',
      subjects: (_, { findings }) => findings.map(({ id }) => ({ kind: 'finding', id })),
      detail: ({ page }, { total, filter }) => ({ page, total, filter }),
    },
    async run(tx, { page, ...filter }) {
      // A force has some hundreds of findings in ten years, and a colour follows from all that is linked to one: they are
      // read whole and chosen from here.
      const all = await findFindings(tx, measures)
      const found = all.filter(
        (finding) =>
          (filter.question === null || questionKey(finding) === filter.question) &&
          (filter.kind === null || finding.kind === filter.kind) &&
          (filter.stage === null || finding.stage === filter.stage) &&
          (filter.inspectorate === null || finding.inspectorate === filter.inspectorate) &&
          (filter.colour === null || finding.colour === filter.colour) &&
          (filter.evidence === null || finding.evidence.freshness === filter.evidence) &&
          (filter.owner === null || (finding.owner?.id ?? NOBODY) === filter.owner),
      )
      return {
        findings: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
        total: found.length,
        standing: countColours(all),
        page,
        questions: optionsOf(all, questionKey, questionWords),
        owners: optionsOf(
          all,
          ({ owner }) => owner?.id ?? NOBODY,
          ({ owner }) => owner?.name ?? 'Nobody yet',
        ),
        filter,
      }
    },
  })

const NOBODY = 'nobody'

/** What the findings of one question have alike: the framework's code, or the report's own place. */
export function questionKey({ question, inspection }: Pick<FindingSummary, 'question' | 'inspection'>): string {
  return question.code ?? `${inspection.id}/${question.number}`
}

/** "2016, question 1: How effective …": short enough for a list. */
function questionWords({ question, inspection }: FindingSummary): string {
  const title = question.title.length > 60 ? `${question.title.slice(0, 60)}…` : question.title
  return `${inspection.year}, ${question.number}: ${title}`
}

/** Made of what is in reach only, so that no filter tells of a finding that is hidden. */
function optionsOf(
  findings: readonly FindingSummary[],
  key: (finding: FindingSummary) => string,
  words: (finding: FindingSummary) => string,
): readonly { readonly value: string; readonly text: string }[] {
  return [...new Map(findings.map((finding) => [key(finding), words(finding)]))].map(([value, text]) => ({
    value,
    text,
  }))
}

/** How many of each colour; the worst first. */
export function countColours(findings: readonly Pick<FindingSummary, 'colour'>[]) {
  const count = (colour: keyof typeof COLOURS): number => findings.filter((each) => each.colour === colour).length
  return { red: count('red'), amber: count('amber'), grey: count('grey'), green: count('green') }
}
