/**
 * HTML brought to one spelling, so that markup from the macros and from our components can be compared as text:
 * attributes sorted, entities decoded, indentation dropped. A space that a reader would see (between words and inline
 * elements) is kept. For tests.
 */
export function normaliseHtml(html: string): string {
  const tokens = html.match(/<!--[\s\S]*?-->|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g) ?? []
  const out: string[] = []
  tokens.forEach((token, index) => {
    if (token.startsWith('<!--')) return
    if (token.startsWith('<')) {
      const tag = normaliseTag(token)
      if (tag) out.push(tag)
      return
    }
    const text = normaliseText(token, tokens[index - 1], tokens[index + 1])
    if (text) out.push(text)
  })
  return out.join('\n')
}

const inline = new Set(['a', 'span', 'strong', 'b', 'em', 'i', 'abbr', 'time', 'code', 'small', 'cite'])

function tagName(tag: string | undefined): string {
  return /^<\/?([a-z0-9-]+)/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? ''
}

function normaliseText(text: string, before: string | undefined, after: string | undefined): string {
  let value = text.replace(/^\s*\n\s*/, '\n').replace(/\s*\n\s*$/, '\n')
  const opens = (tag: string | undefined) => tag !== undefined && !tag.startsWith('</')
  // Indentation (a line break) just inside an element, or beside a block, is never seen by a reader.
  const dropStart = before === undefined || !inline.has(tagName(before)) || (opens(before) && value.startsWith('\n'))
  const dropEnd = after === undefined || !inline.has(tagName(after)) || (!opens(after) && value.endsWith('\n'))
  if (dropStart) value = value.trimStart()
  if (dropEnd) value = value.trimEnd()
  return decode(value.replace(/\s+/g, ' '))
}

function normaliseTag(tag: string): string {
  const name = tagName(tag)
  if (tag.startsWith('</')) return ['path', 'circle'].includes(name) ? '' : `</${name}>`
  const inside = tag.replace(/^<[^\s/>]+/, '').replace(/\/?>$/, '')
  const attributes = [...inside.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(
    ([, key = '', double, single, bare]) => {
      const value = decode(double ?? single ?? bare ?? '')
      return `${key}="${value.trim().replace(/\s+/g, ' ')}"`
    },
  )
  return `<${[name, ...attributes.toSorted()].join(' ')}>`
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ctdot: '⋯' }

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole
    return String.fromCodePoint(code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1)))
  })
}
