import { totalmem } from 'node:os'

/** Settings of the server by their PostgreSQL names, as text. */
export type ServerSettings = Readonly<Record<string, string>>

const MEGABYTE = 1024 * 1024

/** Memory for pages that are read often: an eighth of it all, 256 MB at least and 4 GB at most. What is not used is not taken. */
export function sharedBuffers(bytes: number): string {
  return `${Math.min(4096, Math.max(256, Math.round(bytes / 8 / MEGABYTE)))}MB`
}

/** What an acknowledged write rests on, and the sizes for one force on a small machine. */
export const defaultSettings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: sharedBuffers(Math.min(totalmem(), process.constrainedMemory() || Infinity)),
  max_connections: '100',
  // Compiling a query costs more than the short queries of a page ever take.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // The log is kept without personal data: PostgreSQL would write a failed statement, values and all, into it.
  log_min_error_statement: 'panic',
  log_statement: 'none',
} satisfies ServerSettings

/**
 * The server's command line. These are not settings to be overridden: nobody but the holder of the socket may connect.
 *
 * @param overrides take the place of {@link defaultSettings}; for tests, which may do without fsync.
 */
export const serverArguments = (
  clusterFolder: string,
  socketFolder: string,
  port: number,
  overrides: ServerSettings,
): string[] => {
  const settings: ServerSettings = {
    ...defaultSettings,
    ...overrides,
    port: String(port),
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
  }
  return ['-D', clusterFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
