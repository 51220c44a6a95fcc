/** Who vouches for the accounts of a demonstration: its own sign-in, and no identity provider of a force. */
export const DEMONSTRATION_ISSUER = 'urn:frankpledge:demonstration'
