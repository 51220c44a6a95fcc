/** Values that somebody may send where a word, a number or a date is asked for. */
export const HOSTILE_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['nothing', null],
  ['an empty text', ''],
  ['NUL', 'a\0b'],
  ['half a surrogate pair', 'a\uD800b'],
  ['every control character', String.fromCharCode(...Array.from({ length: 31 }, (_, code) => code + 1))],
  ['text from right to left, and marks', '\u202Eevil\u202C e\u0301\u0301\u0301 \u{1F469}\u200D\u{1F692}'],
  ['quotes and SQL', `'; DROP TABLE account; -- $$ \\ "`],
  ['markup', '<script>alert(1)</script>&amp;"><img src=x onerror=alert(1)>'],
  ['a long text', 'x'.repeat(50_000)],
  ['a number too large', 1e308],
  ['a number as text, too large', '9'.repeat(400)],
  ['a number below nought', -1],
  ['the largest id', '9223372036854775807'],
  ['a fraction', 0.1],
  ['true', true],
  ['a list', ['a', ['b', [null]]]],
  ['a long list', Array.from({ length: 3_000 }, () => 'x')],
  ['an object', { day: { day: 1 }, month: [], year: null }],
  [
    'an object with names of the language',
    JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": 1}}'),
  ],
  ['a day that is none', '2026-02-30'],
  ['the end of time', '9999-12-31'],
  ['deep nesting', deep(5_000)],
]

function deep(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

export interface RawBody {
  readonly name: string
  readonly type: string
  readonly body: string | Buffer
}

const json = (name: string, body: string | Buffer): RawBody => ({ name, type: 'application/json', body })

/** Bodies that are broken as such, whatever is asked for. */
export const HOSTILE_BODIES: readonly RawBody[] = [
  json('nothing at all', ''),
  json('half of an object', '{"name": "a'),
  json('no object', '[]'),
  json('a text', '"text"'),
  json('null', 'null'),
  json('a number beyond numbers', '{"name": 1e999}'),
  json('one name twice', '{"name": "a", "name": {"b": 1}}'),
  json('names of the language', '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}, "toString": 1}'),
  json('deep nesting', '['.repeat(30_000) + ']'.repeat(30_000)),
  json('deep nesting without an end', '{"a":'.repeat(20_000)),
  json('no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  json('half a surrogate pair in a name', String.raw`{"\ud800": "\udfff"}`),
  json('NUL in a name', String.raw`{"a\u0000b": "x"}`),
  { name: 'XML', type: 'text/xml', body: '<a/>' },
  { name: 'no type that exists', type: 'x', body: 'x' },
  { name: 'JSON in another alphabet', type: 'application/json; charset=utf-16', body: '{"name": "a"}' },
  { name: 'a form in parts without a border', type: 'multipart/form-data', body: 'x' },
  {
    name: 'a form in parts that breaks off',
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nx',
  },
  {
    name: 'a form with names of the language',
    type: 'application/x-www-form-urlencoded',
    body: '__proto__=x&constructor=y&a[b]=c&starts-day=1&starts-day=2&starts=3&_csrf=1&_csrf=2&_key[]=x&hasOwnProperty=1',
  },
  {
    name: 'a form with broken percent signs',
    type: 'application/x-www-form-urlencoded',
    body: 'name=%ED%A0%80&x=%&y=%00&z=%FF',
  },
]

/** What is refused by its size, before anything else is looked at. */
export const LARGE_BODIES: readonly RawBody[] = [
  json('more than is taken', `{"name": "${'x'.repeat(1_200_000)}"}`),
  json('deep nesting, as much as is taken', '['.repeat(500_000) + ']'.repeat(500_000)),
]

/** Query strings that no link of ours has. */
export const HOSTILE_QUERIES: readonly string[] = [
  'q=a&q=b&q=c',
  'id=1&id=2',
  'page=-1',
  'page=99999999999999999999',
  'page=1e9',
  'page=%00',
  'q=%00',
  'q=%ED%A0%80',
  'q=%FF%FE',
  'q=%',
  'q[a]=1&q[]=2',
  '__proto__=x&constructor=y&__proto__[a]=b',
  'id=0x10',
  'id=%27%20OR%201=1--',
  'from=2026-02-30&to=0000-00-00',
  'done=%3Cscript%3E',
  'back=%0d%0aX-Evil:%201',
  'back=//evil.example/',
  `q=${'x'.repeat(7_000)}`,
  Array.from({ length: 1_200 }, (_, index) => `p${index}=1`).join('&'),
]

/** Headers that no browser of ours sends. */
export const HOSTILE_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { cookie: 'fp_session=%00%ED%A0%80' },
  { cookie: `fp_session=${'a'.repeat(6_000)}` },
  { cookie: '=; ;;; fp_session; theme=%7f; __proto__=x' },
  { cookie: 'fp_session=a; fp_session=b; theme=<script>' },
  { referer: 'http://[broken' },
  { referer: 'javascript:alert(1)' },
  { host: 'evil.example' },
  { 'x-forwarded-for': `' OR 1=1 --` },
  { 'idempotency-key': '~'.repeat(200) },
  { 'idempotency-key': ' ' },
  { 'x-csrf-token': 'x'.repeat(6_000) },
  { 'x-request-id': 'evil' },
  { 'x-passive': '1, 1' },
  { accept: 'application/xml', 'accept-encoding': 'br;q=x, *;q=2' },
  { 'content-length': '5' },
  { range: 'bytes=0-,-1' },
]
