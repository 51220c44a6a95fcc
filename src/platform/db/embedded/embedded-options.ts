import type { ServerExit } from './postmaster.ts'
import type { ServerSettings } from './settings.ts'

/** Where the supervisor tells what it does; a pino logger or the console will do. */
export type SupervisorLog = { info(message: string): void; warn(message: string): void; error(message: string): void }

export type EmbeddedOptions = {
  /** Made when missing. Holds the cluster, the socket, the server's log and our lock. */
  readonly dataFolder: string
  readonly log: SupervisorLog
  /** Told when the server ends without having been asked to; it is started again by itself. */
  readonly onExit?: (exit: ServerExit) => void
  /** Told when the server is back. */
  readonly onRestart?: () => void
  /** Told when it cannot be brought back, or ended six times within a minute: the process had better end. */
  readonly onGivenUp?: (error: Error) => void
  /** Server settings instead of the default ones; for tests. */
  readonly settings?: ServerSettings
}
