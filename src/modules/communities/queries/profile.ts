import { z } from 'zod'
import { covers } from '#kernel/areas/covers.ts'
import { query } from '#kernel/operations.ts'
import { id } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { WRITERS, writes } from '../writers.ts'
import { areaHead, getArea } from './area.ts'
import { coverage, coverageIn } from './coverage.ts'
import { figures, figuresOf } from './figures.ts'
import { engagementView, feedbackOwed, latestEngagements, owedFeedback } from './heard.ts'
import { keyIndividual, keyIndividualsOf } from './key-individual.ts'
import { meetingPlace, placesOf } from './places.ts'

export const profileWords = z.object({
  about: z.string(),
  languages: z.string(),
  worries: z.string(),
  dates: z.string(),
  remember: z.string(),
  reviewedAt: z.iso.datetime(),
  reviewedBy: z.string(),
  version: z.int(),
})
export type ProfileWords = z.output<typeof profileWords>

export async function profileOf(tx: Tx, area: number): Promise<ProfileWords | null> {
  const [row] = rowsAs<Omit<ProfileWords, 'reviewedAt'> & { reviewedAt: Date }>(
    await tx.client.query(
      `SELECT p.about, p.languages, p.worries, p.dates, p.remember, p.reviewed_at AS "reviewedAt", a.name AS "reviewedBy",
        p.version FROM community_profile p JOIN account a ON a.id = p.reviewed_by WHERE p.area_id = $1`,
      [area],
    ),
  )
  return row === undefined ? null : { ...row, reviewedAt: row.reviewedAt.toISOString() }
}

/** Everything that is known of an area, at this reader's reach. */
export const openCommunity = query({
  name: 'community.open',
  summary: 'What is known of a community: who lives there, who knows it, what was heard, who was not',
  input: z.object({ id: id('Area') }),
  output: z.object({
    area: areaHead,
    /** Whether the reader’s posting covers it: what was heard there shows to those alone. */
    covered: z.boolean(),
    writes: z.boolean(),
    profile: profileWords.nullable(),
    figures,
    places: z.array(meetingPlace),
    individuals: z.array(keyIndividual),
    heard: z.array(engagementView),
    owed: z.array(owedFeedback),
    coverage: coverage.nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'community.opened',
    subjects: ({ id: area }, { individuals, heard }) => [
      { kind: 'area', id: area },
      ...individuals.map((one) => ({ kind: 'key-individual', id: one.id })),
      ...heard.map((one) => ({ kind: 'engagement', id: one.id })),
    ],
  },
  async run(tx, { id: wanted }) {
    const area = await getArea(tx, wanted)
    const covered = covers(tx.reader, area.id)
    return {
      area,
      covered,
      writes: covered && writes(tx.reader.roles),
      profile: await profileOf(tx, area.id),
      figures: await figuresOf(tx, area),
      places: await placesOf(tx, area.id),
      individuals: await keyIndividualsOf(tx, area.id),
      heard: await latestEngagements(tx, area.id, 10),
      owed: await feedbackOwed(tx, area.id),
      coverage: covered ? await coverageIn(tx, area) : null,
    }
  },
})

export const profileForm = query({
  name: 'community-profile.form',
  summary: 'Begin to write or review what is known of an area',
  input: z.object({ id: id('Area') }),
  output: z.object({ area: areaHead, profile: profileWords.nullable() }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: { event: 'community-profile.form-opened', subjects: ({ id: area }) => [{ kind: 'area', id: area }] },
  async run(tx, { id: wanted }) {
    const area = await getArea(tx, wanted)
    return { area, profile: await profileOf(tx, area.id) }
  },
})
