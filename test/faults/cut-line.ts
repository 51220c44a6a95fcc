import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'

/** A line to the database that can be cut and mended, while the database itself lives on. */
export interface Line {
  /** The URL of the database by way of this line. */
  readonly url: string
  /** Breaks every connection, and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  end(): Promise<void>
}

export async function layLine(databaseUrl: string): Promise<Line> {
  const given = new URLSearchParams(databaseUrl.split('?')[1])
  const port = given.get('port') ?? '5432'
  const far = join(given.get('host') ?? '', `.s.PGSQL.${port}`)
  const folder = makeTemporaryFolder('line')
  const near = join(folder.path, `.s.PGSQL.${port}`)
  const open = new Set<Socket>()
  let server: Server | null = null
  const mend = async (): Promise<void> => {
    if (server !== null) return
    rmSync(near, { force: true })
    server = createServer((socket) => splice(socket, connect(far), open)).listen(near)
    await once(server, 'listening')
  }
  const cut = (): Promise<void> => {
    server?.close()
    server = null
    rmSync(near, { force: true })
    for (const socket of open) socket.destroy()
    return Promise.resolve()
  }
  await mend()
  return {
    url: databaseUrl.replace(/host=[^&]*/, `host=${encodeURIComponent(folder.path)}`),
    cut,
    mend,
    async end() {
      await cut()
      folder.remove()
    },
  }
}

function splice(one: Socket, other: Socket, open: Set<Socket>): void {
  for (const [socket, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    open.add(socket)
    socket.on('error', () => peer.destroy())
    socket.on('close', () => {
      open.delete(socket)
      peer.destroy()
    })
    socket.pipe(peer)
  }
}
