import { z } from 'zod'
import type { Operation } from '#platform/operations/define.ts'
import { apiPath } from './api.ts'

type JsonSchema = Record<string, unknown>

/** The OpenAPI 3.1 document, read off the operations. */
export function openApiDocument(operations: readonly Operation[], title: string, version: string): JsonSchema {
  const paths = Object.fromEntries(operations.map((operation) => [apiPath(operation), pathItem(operation)]))
  return {
    openapi: '3.1.0',
    info: { title, version, license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fp_session' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
      },
      schemas: { Problem: PROBLEM },
    },
    security: [{ session: [] }],
  }
}

function pathItem(operation: Operation): JsonSchema {
  const common = {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split('.')[0]],
    'x-access': operation.access,
    'x-audit-event': operation.audit.event,
  }
  if (operation.type === 'command')
    return {
      post: {
        ...common,
        security: [{ session: [], csrf: [] }],
        parameters: [IDEMPOTENCY_PARAMETER],
        requestBody: { required: true, content: { 'application/json': { schema: inputSchema(operation.input) } } },
        responses: responses({ 'application/json': { schema: outputSchema(operation.output) } }),
      },
    }
  const content =
    operation.type === 'query'
      ? { 'application/json': { schema: outputSchema(operation.output) } }
      : { '*/*': { schema: { type: 'string', format: 'binary' } } }
  return {
    get: { ...common, parameters: queryParameters(inputSchema(operation.input)), responses: responses(content) },
  }
}

function inputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
}

function outputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', target: 'draft-2020-12' })
}

function queryParameters(schema: JsonSchema): JsonSchema[] {
  const properties = z.record(z.string(), z.record(z.string(), z.unknown())).catch({}).parse(schema['properties'])
  const required = z.array(z.string()).catch([]).parse(schema['required'])
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }))
}

function responses(content: JsonSchema): JsonSchema {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  return {
    200: { description: 'Done', content },
    400: problem('Something in the input cannot be read; `fields` says which and what to do'),
    401: problem('Sign in, unlock, or confirm who you are'),
    403: problem('Not in the role of the posting that you act in'),
    404: problem('Nothing here that you may open'),
    409: problem('Somebody changed it first'),
    413: problem('Too large'),
    415: problem('Not a kind of content that is read here'),
    422: problem('A rule says no; `rule` names it'),
    429: problem('Too many requests'),
    503: problem('The database cannot be reached at the moment'),
  }
}

const IDEMPOTENCY_PARAMETER = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  description: 'Made once for each act and sent again with each retry of it',
  schema: { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\x21-\\x7e]+$' },
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    rule: { type: 'string' },
    reason: { type: 'string' },
    theirs: {},
  },
}
