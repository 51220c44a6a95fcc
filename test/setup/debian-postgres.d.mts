/** Whether Debian's PostgreSQL 15 is installed here. */
export declare const hasDebianPostgres: () => boolean

/** Starts a server on a socket in a temporary folder; the owner in the URL may make databases and roles. */
export declare const startDebianPostgres: () => Promise<{ ownerUrl: string; stop(): Promise<void> }>
