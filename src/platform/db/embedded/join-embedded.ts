import { existsSync, realpathSync } from 'node:fs'
import { databaseName, ownerRole, socketUrl } from './bootstrap.ts'
import { findFolderHolder } from './folder-lock.ts'
import { findSocketFolder, port } from './socket-folder.ts'

export type JoinedEmbedded = {
  readonly ownerUrl: string
  urlFor(role: string, database: string): string
}

/**
 * The embedded server of another process that has the data folder open, so that the command line works beside a running
 * server. Undefined where nobody has it open, or its socket is not there (yet).
 */
export const joinEmbedded = (dataFolder: string): JoinedEmbedded | undefined => {
  if (!existsSync(dataFolder)) return undefined
  const folder = realpathSync(dataFolder)
  if (findFolderHolder(folder) === undefined) return undefined
  const socketFolder = findSocketFolder(folder)
  if (socketFolder === undefined) return undefined
  const urlFor = (role: string, database: string): string => socketUrl(socketFolder, port, role, database)
  return { ownerUrl: urlFor(ownerRole, databaseName), urlFor }
}
