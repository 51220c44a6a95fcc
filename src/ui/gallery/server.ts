import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import { loadAssets } from '../assets.ts'
import { renderPage } from '../layouts/document.tsx'
import { framePaths, type Theme } from '../layouts/frame.ts'
import { galleryFrame } from './frame.ts'
import { galleryPaths, pages } from './pages.tsx'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** As strict as the real one: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

export interface Gallery {
  readonly server: Server
  /** "http://127.0.0.1:40123" */
  readonly address: string
  readonly paths: readonly string[]
  /** The drafts that autosave has posted, as they came. */
  readonly drafts: readonly string[]
}

/** Serves the sample pages with the assets of a folder, on the loopback address only; port 0 takes any. */
export async function startGallery(assetsFolder: string, port: number): Promise<Gallery> {
  const assets = loadAssets(assetsFolder)
  const drafts: string[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end('The gallery could not answer; see its code'))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery')
    response.setHeader('content-security-policy', policy)
    if (pathname.startsWith('/assets/')) {
      const name = basename(pathname)
      response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
      response.end(await readFile(join(assetsFolder, name)))
    } else if (pathname === '/draft') {
      drafts.push(await textOf(request))
      response.writeHead(204).end()
    } else if (pathname === '/progress') {
      response.setHeader('content-type', 'application/json').end('{"done":2400,"total":4800,"finished":false}')
    } else if (pathname === framePaths.notificationStream) {
      response.setHeader('content-type', 'text/event-stream')
      response.end('event: unseen\ndata: {"count":3,"latest":null}\n\nevent: ended\ndata: {}\n\n')
    } else {
      const page = pages[pathname === '/' ? '/table' : pathname]
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.writeHead(page ? 200 : 404)
      const { theme, shortcuts } = preferencesOf(request)
      response.end(page ? renderPage(page(galleryFrame(assets, theme, shortcuts))) : 'No such sample page')
    }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${portOf(server.address())}`, paths: galleryPaths, drafts }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  request.setEncoding('utf8')
  for await (const part of request) text += String(part)
  return text
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port')
  return address.port
}

function preferencesOf(request: IncomingMessage): { theme: Theme; shortcuts: boolean } {
  const cookies = request.headers.cookie ?? ''
  const theme = /(?:^|; )theme=(day|night)/.exec(cookies)?.[1]
  return { theme: theme === 'day' || theme === 'night' ? theme : 'device', shortcuts: !/shortcuts=off/.test(cookies) }
}
