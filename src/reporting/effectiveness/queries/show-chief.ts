import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { claimMade, claimsMade, findingSummary, FRAMEWORKS } from '#modules/inspections/index.ts'
import { changeModel, changesSince } from '../facts/changes.ts'
import { chosenFramework, readFrameworkFacts } from '../facts/framework-facts.ts'
import { overdueModel, readOwed, waiverModel } from '../facts/owed.ts'
import { claimModel, questionStanding, standingsOf, type QuestionStanding } from '../facts/question-standing.ts'
import { measureLine } from '../facts/measure-lines.ts'
import { isUnproved } from '../rules/eff01-claims.ts'
import { highest } from '../rules/eff04-marking.ts'
import { frameworkModel } from './show-questions.ts'

const WEEK = 7 * 86_400_000
/** Accepted so long ago, a risk is no news: it stays on its own page. */
const QUARTER = 92 * 86_400_000

/** What stands on a card of a question: no more than its grades and how well it is proved. */
const cardModel = questionStanding
  .pick({
    code: true,
    number: true,
    title: true,
    short: true,
    gradable: true,
    theirs: true,
    ours: true,
    standing: true,
  })
  .extend({ proved: z.int(), unproved: z.int() })

/** The chief constable's page. Fifteen statements, whatever the size of the force. */
export const showChief = (measures: Measures) =>
  query({
    name: 'effectiveness.chief',
    summary: 'Safe tonight, and ready for the inspector: findings, changes, risks accepted, what is overdue',
    input: z.object({ framework: optionalText('Framework', 40) }),
    output: z.object({
      framework: frameworkModel,
      frameworks: z.array(frameworkModel.pick({ code: true, name: true })).readonly(),
      questions: z.array(cardModel).readonly(),
      /** Causes of concern, recommendations and areas for improvement of the framework's reports, and earlier open ones. */
      findings: z.array(findingSummary).readonly(),
      /** Those that the findings are held to. */
      measures: z.array(measureLine).readonly(),
      changes: z.object({ total: z.int(), latest: z.array(changeModel).readonly() }),
      unproved: z.array(claimModel).readonly(),
      /** "Met" that stands against the measure. */
      overridden: z.array(claimMade).readonly(),
      waived: z.array(waiverModel).readonly(),
      overdue: z.int().nullable(),
      oldest: z.array(overdueModel).readonly(),
      /** The highest of anything on the page. */
      marking: z.enum(MARKINGS),
    }),
    access: { staff: ['chief-officer', 'inspection-lead', 'commander'] },
    purpose: 'effectiveness',
    audit: {
      event: 'effectiveness.chief-shown',
      subjects: (_, { findings, oldest, waived }) => [
        ...findings.map(({ id }) => ({ kind: 'finding', id })),
        ...[...oldest, ...waived].map(({ id }) => ({ kind: 'duty', id })),
      ],
      detail: (_, { framework }) => ({ framework: framework.code }),
    },
    async run(tx, input) {
      const framework = await chosenFramework(tx, input.framework)
      const facts = await readFrameworkFacts(tx, measures, framework)
      const standings = standingsOf(facts)
      const changes = await changesSince(tx, new Date(tx.now.getTime() - WEEK))
      const claims = await claimsMade(tx)
      const owed = await readOwed(tx, new Date(tx.now.getTime() - QUARTER))
      const findings = standings
        .flatMap((standing) => [...standing.findings, ...standing.earlier])
        .filter(({ kind }) => kind !== 'observation' && kind !== 'assertion')
      const held = new Set(findings.flatMap((finding) => finding.measures.map(({ code }) => code)))
      return {
        framework: { code: framework.code, name: framework.name, note: framework.note, mark: framework.mark },
        frameworks: FRAMEWORKS.map(({ code, name }) => ({ code, name })),
        questions: standings.map(cardOf),
        findings: [...new Map(findings.map((finding) => [finding.id, finding])).values()],
        measures: facts.measures.filter(({ code }) => held.has(code)),
        changes,
        unproved: standings.flatMap((standing) => standing.claims.filter(isUnproved)),
        overridden: claims.filter(({ held: bornOut, withdrawnAt }) => !bornOut && withdrawnAt === null),
        waived: owed.waived,
        overdue: owed.overdue,
        oldest: owed.oldest,
        marking: highest(
          [...findings, ...facts.statements, ...changes.latest, ...owed.oldest, ...owed.waived].map(
            (each) => each.marking,
          ),
        ),
      }
    },
  })

function cardOf(standing: QuestionStanding): z.output<typeof cardModel> {
  const { code, number, title, short, gradable, theirs, ours, claims } = standing
  const unproved = claims.filter(isUnproved).length
  return {
    code,
    number,
    title,
    short,
    gradable,
    theirs,
    ours,
    standing: standing.standing,
    proved: claims.length - unproved,
    unproved,
  }
}
