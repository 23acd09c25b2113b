import { z } from 'zod'
import {
  failedImportShape,
  problemShape,
  questionShape,
  readingImportShape,
  receiptShape,
  refusalShape,
  settledImportShape,
  stockShape,
} from './answers.ts'
import { PROBLEM_CODES, PROBLEMS, type ProblemCode } from './problems.ts'
import { JSON_BYTES_MAX } from './request-file.ts'
import { noSalesShape, summaryShape } from './summary.ts'

/** The parts of an OpenAPI operation that our page shows too. */
export type Operation = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly body: Readonly<Record<string, unknown>> | null
  /** By status. */
  readonly answers: Readonly<Record<string, OperationAnswer>>
}

type Parameter = {
  readonly name: string
  readonly in: 'query' | 'header' | 'path'
  readonly description: string
  readonly required: boolean
  readonly example: string
}

type OperationAnswer = {
  readonly description: string
  readonly schema: keyof typeof SHAPES | readonly (keyof typeof SHAPES)[]
  readonly headers?: Readonly<Record<string, string>>
  /** What comes instead where events were asked for. */
  readonly events?: string
}

/** Checked against real answers by the tests. */
export const SHAPES = {
  Receipt: receiptShape,
  StockNoted: stockShape,
  Question: questionShape,
  Refusal: refusalShape,
  Problem: problemShape,
  ReadingImport: readingImportShape,
  SettledImport: settledImportShape,
  FailedImport: failedImportShape,
  Summary: summaryShape,
  NoSales: noSalesShape,
} as const

/** What any address under a token may say besides its own answers. */
const OF_EVERY: Operation['answers'] = {
  '401': { description: 'No token, or one that is unknown or revoked.', schema: 'Problem' },
  '405': { description: PROBLEMS['method-not-allowed'].message, schema: 'Problem' },
  '429': {
    description: PROBLEMS['too-many-tries'].message,
    schema: 'Problem',
    headers: { 'Retry-After': 'Seconds.' },
  },
  '500': { description: PROBLEMS.internal.message, schema: 'Problem' },
}

const LOCATION = { Location: 'Where this import’s state can be asked: /api/v1/imports/{id}.' }
const RETRY_AFTER = { 'Retry-After': 'Seconds.' }

const UPLOAD_EVENTS =
  'event: progress, data: {"id", "lines"} while lines are staged; at the end one event: done or failed, ' +
  'data: {"id", "status", "result"} with what would have been the answer.'

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/sales',
    summary: 'Send a sales file',
    description:
      'The file the till exports, up to 100 MB: as the field “file” of a form, as the bare body, or as ' +
      `JSON rows (an array of flat objects, or {"rows": […]}, up to ${JSON_BYTES_MAX / 2 ** 20} MB). It is read as the chat reads ` +
      'it: the same sales count once, whichever way they come. Hanging up does not stop an import. ' +
      'An import of more than 50 seconds is answered 202 even when that was not asked for.',
    parameters: [
      {
        name: 'filename',
        in: 'query',
        description: 'The file’s name, for the bare body and for JSON rows. Dates in it help.',
        required: false,
        example: 'penjualan-2026-03.csv',
      },
      {
        name: 'mode',
        in: 'query',
        description:
          'add (the rule): sales that came before count once, others are added. replace: a corrected ' +
          'file; on its days and in its branches only its own lines count from now on, as “Ganti hari ' +
          'ini” does in the chat. Undoing it brings the earlier lines back.',
        required: false,
        example: 'replace',
      },
      {
        name: 'answer.KIND',
        in: 'query',
        description:
          'The answer to a question (409): the id of an option, such as answer.date-order=day-first. ' +
          'Kept for every later file of the same layout.',
        required: false,
        example: 'day-first',
      },
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'One per file, 1 to 255 visible characters. The same key and file again gives the first answer ' +
          'and changes nothing (kept 7 days). A question or a failure leaves the key open.',
        required: false,
        example: '2026-03-31-kasir-1',
      },
      {
        name: 'Prefer',
        in: 'header',
        description: 'respond-async: do not wait; the answer is 202 with a Location to ask.',
        required: false,
        example: 'respond-async',
      },
      {
        name: 'Accept',
        in: 'header',
        description:
          'text/event-stream: tell how far it is while the file is read. The status is then 200; the one ' +
          'the answer would have had stands in the last event.',
        required: false,
        example: 'text/event-stream',
      },
    ],
    body: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary' } },
        },
      },
      'text/csv': { schema: { type: 'string', format: 'binary' } },
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      'application/json': {
        schema: {
          oneOf: [
            { $ref: '#/components/schemas/Rows' },
            {
              type: 'object',
              required: ['rows'],
              properties: { rows: { $ref: '#/components/schemas/Rows' } },
            },
          ],
        },
      },
    },
    answers: {
      '200': {
        description: 'This file is in already and nothing was added; or it is a stock list.',
        schema: ['Receipt', 'StockNoted'],
        headers: LOCATION,
        events: UPLOAD_EVENTS,
      },
      '201': { description: 'The sales count.', schema: 'Receipt', headers: LOCATION },
      '202': {
        description: 'Being read; ask the Location.',
        schema: 'ReadingImport',
        headers: LOCATION,
      },
      '400': { description: 'The request cannot be read.', schema: 'Problem' },
      '409': {
        description:
          'The file has two readings and nothing was counted; or the key’s first request still runs.',
        schema: ['Question', 'Problem'],
      },
      '413': { description: PROBLEMS['too-large'].message, schema: 'Problem' },
      '415': { description: PROBLEMS['wrong-type'].message, schema: 'Problem' },
      '422': {
        description: 'The file is not readable as sales; or the key came with another file before.',
        schema: ['Refusal', 'Problem'],
      },
      ...OF_EVERY,
      '429': {
        description: 'More than 2 uploads of the shop at a time; or too many wrong tokens.',
        schema: 'Problem',
        headers: RETRY_AFTER,
      },
    },
  },
  {
    method: 'get',
    path: '/api/v1/imports/{id}',
    summary: 'Ask how far an upload is',
    description:
      'reading: wait. done: the sales are in, `result` is the receipt. failed: nothing was counted, ' +
      '`status` and `result` are what POST answers or would have answered (409 holds the question).',
    parameters: [
      {
        name: 'id',
        in: 'path',
        description: 'From the Location header.',
        required: true,
        example: '0c7d0a3e-5f5f-4d0e-9c3e-0f4b8f3f6a11',
      },
    ],
    body: null,
    answers: {
      '200': {
        description: 'The state of the import.',
        schema: ['ReadingImport', 'SettledImport', 'FailedImport'],
      },
      '404': { description: 'There is no such import of this shop.', schema: 'Problem' },
      ...OF_EVERY,
    },
  },
  {
    method: 'get',
    path: '/api/v1/summary',
    summary: 'Ask how a day or a period went',
    description:
      'The numbers behind the chat’s “ringkasan”. Without a period: the last day there is.',
    parameters: [
      {
        name: 'period',
        in: 'query',
        description: 'YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD with both ends included.',
        required: false,
        example: '2026-03-01..2026-03-31',
      },
    ],
    body: null,
    answers: {
      '200': { description: 'The summary.', schema: 'Summary' },
      '400': { description: 'The period cannot be read.', schema: 'Problem' },
      '404': { description: PROBLEMS['no-sales'].message, schema: 'NoSales' },
      ...OF_EVERY,
    },
  },
]

/** The whole API as an OpenAPI 3.1 document, served under `/openapi.json`. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Shopbell',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description:
      'Send a shop’s sales files and ask for their numbers. Each shop has its own tokens, made with ' +
      '`npm run token -- create`. Money is in whole units of `currency`, days are the shop’s own. ' +
      'Every refusal carries error.code (stable), error.message and error.what_to_do.',
  },
  security: [{ token: [] }],
  paths: Object.fromEntries(
    OPERATIONS.map((operation) => [
      operation.path,
      { [operation.method]: operationObject(operation) },
    ]),
  ),
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'shopbell_ and 43 characters.' },
    },
    schemas: {
      ...Object.fromEntries(
        Object.entries(SHAPES).map(([name, shape]) => [name, jsonSchema(shape)]),
      ),
      Rows: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
        },
        description: 'The keys are the headings: {"tanggal": "2026-03-31", "produk": "Mawar", …}.',
      },
    },
  },
})

/** One shape as JSON schema. */
export const jsonSchema = (shape: z.ZodType): unknown => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape)
  return schema
}

const operationObject = (operation: Operation) => ({
  operationId: `${operation.method}${operation.path.replace(/[^a-z]+/g, '-')}`,
  summary: operation.summary,
  description: operation.description,
  parameters: operation.parameters.map((parameter) => ({
    ...parameter,
    schema: { type: 'string' },
  })),
  ...(operation.body === null ? {} : { requestBody: { required: true, content: operation.body } }),
  responses: Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [status, responseObject(answer)]),
  ),
})

const responseObject = ({ description, schema, headers = {}, events }: OperationAnswer) => ({
  description,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, meaning]) => [
      name,
      { description: meaning, schema: { type: 'string' } },
    ]),
  ),
  content: {
    'application/json': { schema: schemaOf(schema) },
    ...(events && { 'text/event-stream': { schema: { type: 'string', description: events } } }),
  },
})

const schemaOf = (schema: OperationAnswer['schema']) => {
  const refs = [schema].flat().map((name) => ({ $ref: `#/components/schemas/${name}` }))
  return refs.length === 1 ? refs[0] : { oneOf: refs }
}

/** For the page: every code with its status and advice. */
export const problemRows = (): {
  readonly code: ProblemCode
  readonly status: number
  readonly message: string
  readonly whatToDo: string
}[] => PROBLEM_CODES.map((code) => ({ code, ...PROBLEMS[code] }))
