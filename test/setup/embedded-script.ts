import { startEmbedded } from '#platform/db/embedded/embedded.ts'

// Opens the data folder named on the command line and prints one line of JSON: the server, or why not.
const [dataFolder = ''] = process.argv.slice(2)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

try {
  const server = await startEmbedded({ dataFolder, log: silent })
  process.stdout.write(`${JSON.stringify({ pid: server.serverPid(), url: server.ownerUrl })}\n`)
  setInterval(() => undefined, 1_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.message : String(error) })}\n`)
}
