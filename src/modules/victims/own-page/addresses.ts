import { victimHref, VICTIMS } from '../addresses.ts'

/** Of victims: an address that names nothing. */
export const OWN = '/your-case'
export const OWN_WISHES = `${OWN}/wishes`
export const OWN_HELPED = `${OWN}/helped`
export const OWN_MESSAGES = `${OWN}/messages`
export const OWN_LEAVE = `${OWN}/leave`

/** Of staff. */
export const PAGE_SETTING = `${VICTIMS}/own-page`

export function linkPath(token: string): string {
  return `${OWN}/${token}`
}

export function actHref(victim: string, act: 'own-page' | 'own-page-close' | 'own-page-answer'): string {
  return `${victimHref(victim)}/${act}`
}
