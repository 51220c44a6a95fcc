import { describe, expect, it } from 'vitest'
import { categoryOf } from '../categories.ts'
import { harmOf, harmOfAny } from '../harm.ts'
import { findOffences, OFFENCES, readOffenceCode, type Offence } from '../offences.ts'
import { findOutcome, OUTCOMES } from '../outcomes.ts'
import { HARM_ROWS } from '../reference/harm-rows.ts'
import { HARM_SUBGROUPS } from '../reference/harm-subgroups.ts'
import { offenceFault, validOffences } from './off01-offence-valid.ts'
import { outcomeFault } from './off02-outcome-valid.ts'

const one = (code: string | null, classCode: string | null = null): Offence => {
  const [found] = findOffences(code, classCode)
  if (found === undefined) throw new Error(`No offence ${code ?? ''} ${classCode ?? ''}`)
  return found
}
const days = (doneBy: string, recordedOn: string | null = doneBy) => ({ doneBy, recordedOn })

describe('The list of offences', () => {
  it('has every class and code once, in the forms that they have', () => {
    const keys = OFFENCES.map(({ classes, code }) => `${classes.join('/')} ${code ?? ''}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(OFFENCES).toHaveLength(152)
    for (const { classes, code } of OFFENCES) {
      expect(classes.join('/')).toMatch(/^\d{1,3}(\.\d{1,2}|[A-Z])?(\/104)?$/)
      if (code !== null) expect(code).toMatch(/^\d{3}\/\d\d$/)
    }
  })

  it('names the class that took the place of one that ended', () => {
    const ended = OFFENCES.filter(({ recordedUntil }) => recordedUntil !== null)
    expect(ended).toHaveLength(8)
    for (const { replacedBy } of ended) expect(one(null, replacedBy).recordedFrom).toBe('2017-04-01')
  })

  it('reads codes as systems write them, and no others', () => {
    expect(['8/6', '008/06', '00806', '008-06', '8.06'].map(readOffenceCode)).toEqual(Array(5).fill('008/06'))
    expect(['', 'ABH', '0086', '1234/1', '8/6/1'].map(readOffenceCode)).toEqual(Array(5).fill(null))
  })

  it('finds by code, by class, by both, and nothing where the two do not go together', () => {
    expect(findOffences('149/00', null)).toHaveLength(4)
    expect(findOffences('149/00', '58C').map(({ title }) => title)).toEqual(['Criminal damage to a vehicle'])
    expect(findOffences(null, '8N')).toHaveLength(3)
    expect(findOffences('008/06', '28A')).toEqual([])
    expect(findOffences('999/99', null)).toEqual([])
    expect(one('008/73', '104')).toBe(one('008/73', '8S'))
  })

  it('puts every offence into a category of data.police.uk', () => {
    expect(categoryOf(one(null, '28A'))).toBe('burglary')
    expect(categoryOf(one('019/08'))).toBe('violent-crime')
    expect(categoryOf(one('033/00'))).toBe('other-crime')
    expect(categoryOf(undefined)).toBe('other-crime')
    expect(new Set(OFFENCES.map(categoryOf)).size).toBe(13)
  })
})

describe('OFF-01: an offence is valid on its days', () => {
  it('burglary in a dwelling is recorded until 31 March 2017, residential burglary from 1 April', () => {
    const [before, after] = [one('028/03'), one(null, '28E')]
    expect(offenceFault(before, days('2017-03-31'))).toBeNull()
    expect(offenceFault(before, days('2017-04-01'))).toContain('only until 2017-03-31')
    expect(offenceFault(before, days('2017-04-01'))).toContain('since then it is 28E')
    expect(offenceFault(after, days('2017-03-31'))).toContain('only since 2017-04-01')
    expect(offenceFault(after, days('2017-04-01'))).toBeNull()
  })

  it('by the day of recording, and by the day it was done only where that is not known', () => {
    expect(offenceFault(one(null, '28E'), days('2017-03-31', '2017-04-01'))).toBeNull()
    expect(offenceFault(one('028/03'), days('2017-03-31', '2017-04-01'))).not.toBeNull()
    expect(offenceFault(one('028/03'), days('2017-03-31', null))).toBeNull()
  })

  it('controlling behaviour is an offence since 29 December 2015, whenever it is recorded', () => {
    expect(offenceFault(one('008/67'), days('2015-12-28', '2016-02-01'))).toContain('only since 2015-12-29')
    expect(offenceFault(one('008/67'), days('2015-12-29', '2016-02-01'))).toBeNull()
  })

  it('of several offences those that are valid are left, and where none is it says why', () => {
    const classes = [one('028/03'), one(null, '28E')]
    expect(validOffences(classes, days('2017-04-01')).valid).toEqual([one(null, '28E')])
    expect(validOffences([one('028/03')], days('2017-04-01'))).toMatchObject({ valid: [], fault: expect.any(String) })
    expect(validOffences([], days('2017-04-01'))).toEqual({ valid: [], fault: null })
  })
})

describe('OFF-02: an outcome can be given from its first day', () => {
  const fault = (code: string, day: string | null) => {
    const outcome = findOutcome(code)
    if (outcome === undefined) throw new Error(code)
    return outcomeFault(outcome, day)
  }
  it.each([
    ['21', '2015-12-31', '2016-01-01'],
    ['22', '2019-03-31', '2019-04-01'],
  ])('%s not on %s, but on %s', (code, before, from) => {
    expect(fault(code, before)).toContain(`only since ${from}`)
    expect(fault(code, from)).toBeNull()
    expect(fault(code, null)).toBeNull()
  })

  it('there are 22, the forms with an A, and 0; found as systems write them', () => {
    expect(OUTCOMES).toHaveLength(26)
    expect(findOutcome('018')).toBe(findOutcome('18'))
    expect(findOutcome('1a')?.title).toContain('alternate')
    expect([findOutcome('0')?.code, findOutcome('23'), findOutcome('')]).toEqual(['0', undefined, undefined])
  })
})

describe('OFF-03: the harm of an offence', () => {
  it('is its own days where the index has them', () => {
    expect(harmOf(one('001/01'))).toMatchObject({ known: true, days: 5475, estimated: false, basis: 'V' })
    expect(harmOf(one('028/03'), '2016')).toMatchObject({ days: 19, basis: 'P', edition: '2016' })
  })

  it('is its subgroup’s mean, marked as an estimate, where it has none', () => {
    expect(harmOf(one('028/03'))).toMatchObject({ days: 275.7, estimated: true, subgroup: 'Residential burglary' })
    expect(harmOf(one('195/94'))).toMatchObject({ days: 10, estimated: true, basis: 'M' })
  })

  it('is unknown, never nought, where nothing is known', () => {
    expect(harmOf(undefined)).toEqual({ known: false, why: expect.any(String) })
    expect(harmOf(one('004/01'), '2016')).toEqual({ known: false, why: expect.stringContaining('2016') })
    expect(harmOfAny([])).toMatchObject({ known: false })
    for (const offence of OFFENCES) {
      const harm = harmOf(offence)
      if (harm.known) expect(harm.days).toBeGreaterThan(0)
    }
  })

  it('of codes that may stand for several is known only where all have the same', () => {
    expect(harmOfAny(findOffences('149/00', null))).toMatchObject({ known: true, days: 2 })
    expect(harmOfAny(findOffences(null, '8N'))).toMatchObject({ known: false })
  })

  it('has a row for no offence that is not in the list, and no subgroup that the index has not', () => {
    for (const [classCode, code, subgroup] of HARM_ROWS) {
      expect(findOffences(code, classCode), `${classCode} ${code ?? ''}`).not.toEqual([])
      expect(HARM_SUBGROUPS).toHaveProperty([subgroup])
    }
  })
})
