export const LINK_WAYS = {
  text: 'A text message to a mobile that they gave for this',
  email: 'An email to an address that they gave for this',
  'by-hand': 'Written down for them, or read out',
} as const
export type LinkWay = keyof typeof LINK_WAYS

const MOBILE = /^(\+44\s?7|07)[\d\s]{9,13}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * VCP04: a link goes where the victim said, for this: a mobile of the United Kingdom or an e-mail address. By hand it goes nowhere.
 * What is wrong, in words; null where all is well. Source: this project (default).
 */
export function reachProblem(way: LinkWay, reach: string | null): string | null {
  switch (way) {
    case 'text':
      return reach !== null && MOBILE.test(reach)
        ? null
        : 'Enter the mobile that they gave, such as 07700 900123 (VCP04)'
    case 'email':
      return reach !== null && EMAIL.test(reach)
        ? null
        : 'Enter the address that they gave, such as name@example.com (VCP04)'
    case 'by-hand':
      return reach === null ? null : 'Leave this empty: by hand it is sent nowhere (VCP04)'
  }
}
