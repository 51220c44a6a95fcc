import { describe, expect, it } from 'vitest'
import { drawGeography } from '../geography/schematic-areas.ts'
import { accountPlans } from './accounts.ts'
import { withCareers } from './changes.ts'
import { COMPARTMENTS } from './compartments.ts'
import { PERSONA_PLANS, PERSONAS } from './personas.ts'
import { forceUnits, partnerUnits } from './units.ts'

const neighbourhoods = drawGeography().areas.filter(({ kind }) => kind === 'neighbourhood')
const units = [...forceUnits(neighbourhoods), ...partnerUnits()]
const plans = withCareers(accountPlans(neighbourhoods), PERSONA_PLANS.length)
const postings = plans.flatMap((plan) => plan.postings)
const isLive = ({ starts, ends }: { starts: number; ends?: number }) => starts <= 0 && (ends ?? 0) >= 0

describe('The people of the demonstration', () => {
  it('are about 150, every name and every sign-in once', () => {
    expect(plans.length).toBeGreaterThan(140)
    expect(new Set(plans.map(({ subject }) => subject)).size).toBe(plans.length)
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length)
  })

  it('are posted to units that exist, of their own agency, and no posting ends before it begins', () => {
    const agencyOf = new Map(units.map(({ code, agency }) => [code, agency]))
    for (const plan of plans)
      for (const { unit, starts, ends } of plan.postings) {
        expect(agencyOf.get(unit), `${plan.name} in ${unit}`).toBe(plan.agency)
        expect(ends ?? starts).toBeGreaterThanOrEqual(starts)
      }
  })

  it('have careers: postings that ended, that are to come, two at once; leavers, and one who has not begun', () => {
    expect(postings.some(({ ends }) => ends !== undefined && ends < 0)).toBe(true)
    expect(postings.some(({ starts }) => starts > 0)).toBe(true)
    expect(plans.some((plan) => plan.postings.filter(isLive).length === 2)).toBe(true)
    expect(plans.some(({ left }) => left !== undefined && left < 0)).toBe(true)
    expect(plans.some(({ left }) => left !== undefined && left > 0)).toBe(true)
    expect(plans.some((plan) => plan.left === undefined && !plan.postings.some(isLive))).toBe(true)
  })

  it('leave with nothing still open to them', () => {
    for (const { left, postings: own } of plans)
      if (left !== undefined) for (const { ends } of own) expect(ends).toBeLessThanOrEqual(left)
  })

  it('offer thirteen personas, each in post and each with what they would see', () => {
    expect(PERSONAS).toHaveLength(13)
    for (const { subject, sees } of PERSONAS) {
      expect(sees).not.toBe('')
      expect(plans.find((plan) => plan.subject === subject)?.postings.some(isLive)).toBe(true)
    }
  })

  it('leave no unit before its parent, and no custodian or member unnamed', () => {
    const seen = new Set<string | null>([null])
    for (const { code, parent } of units) {
      expect(seen).toContain(parent)
      seen.add(code)
    }
    const titles = new Set(postings.map(({ title }) => title))
    for (const { custodian, members } of COMPARTMENTS)
      for (const title of [custodian, ...members.map((member) => member.title)]) expect(titles).toContain(title)
  })
})
