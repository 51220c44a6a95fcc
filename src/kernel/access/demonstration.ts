/**
 * The issuer of the accounts that anybody may be in a demonstration: the personas. A name and not an address, so that the
 * demonstration may move to another port. No other account has it, and no identity provider can.
 */
export const DEMONSTRATION_ISSUER = 'urn:frankpledge:demonstration'
