import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { calls, type Call } from './calls.ts';
import { problem } from './shapes/parts.ts';
import * as people from './shapes/people.ts';
import { knownProblem } from './shapes/problems.ts';
import * as questions from './shapes/questions.ts';
import { hit } from './shapes/search.ts';
import { newTip, tip } from './shapes/tips.ts';

/** Schemas that have a name of their own in the document. */
const named = {
  ...{ NewQuestion: questions.newQuestion, Question: questions.question },
  ...{ QuestionInList: questions.questionInList, QuestionInShort: questions.questionInShort },
  ...{ NewMessage: questions.newMessage, Message: questions.message, Closing: questions.closing },
  ...{ NewTip: newTip, Tip: tip, Hit: hit, KnownProblem: knownProblem },
  ...{ Person: people.person, Unit: people.unit, Coverage: people.coverage, Problem: problem },
};

const config = {
  target: 'draft-2020-12' as const,
  ignoreActions: ['trim', 'transform', 'check', 'partial_check'],
  definitions: named,
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} satisfies ConversionConfig;

/** A body as it is sent: what a text is cut or folded to does not show. */
const bodySchema = (schema: v.GenericSchema): JsonSchema => bare(toJsonSchema(schema, config));

/** A parameter as it is meant: a number, although an address is text. */
const parameterSchema = (schema: v.GenericSchema) =>
  bare(toJsonSchema(schema, { ...config, typeMode: 'output' }));

function bare(schema: JsonSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = schema;
  return rest;
}

/** The OpenAPI 3.1 document of the API, made of the list of calls and their schemas. */
export const openapi = (serverUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Trekkracht',
    version: '1',
    description,
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: serverUrl }],
  security: [{ token: [] }],
  paths: paths(),
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token made with bin/token.' },
    },
    parameters: { organisation, idempotencyKey },
    responses: problems,
    schemas: componentSchemas(),
  },
});

const description =
  'Asking, answering and finding, for a program of the organisation itself. Version 1 only grows: expect new members in answers.';

const organisation = {
  name: 'organisation',
  in: 'path',
  required: true,
  description: 'Its slug or its id. An old slug is answered with 308.',
  schema: { type: 'string' },
} as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key and body within a day give the first answer again, with Idempotent-Replay: true.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const;

const refused = (text: string) => ({
  description: text,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problems = {
  Unreadable: refused('The body is not JSON in UTF-8, or too large.'),
  Unauthorized: refused('No valid token of this organisation.'),
  Forbidden: refused('The token, or the person it acts for, may not do this.'),
  NotFound: refused('There is nothing here that they may see.'),
  Conflict: refused('Somebody was first, or the same Idempotency-Key is still at work.'),
  Unusable: refused('Some of the input cannot be used; invalid-params says what.'),
  TooMany: refused('The token was used too often; see Retry-After.'),
};

const response = (name: keyof typeof problems) => ({ $ref: `#/components/responses/${name}` });

function paths(): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const [name, call] of Object.entries<Call>(calls))
    (found[`/{organisation}${call.path}`] ??= {})[call.method.toLowerCase()] = operation(name, call);
  return found;
}

function operation(operationId: string, call: Call) {
  const posts = call.method === 'POST';
  const body = call.body && {
    requestBody: { required: true, content: json(bodySchema(call.body), call.examples.body) },
  };
  return {
    operationId,
    summary: call.summary,
    description: call.description,
    parameters: parametersOf(call),
    ...body,
    responses: {
      ...Object.fromEntries(
        Object.entries(call.answers).map(([status, schema]) => [status, given(status, schema, call)]),
      ),
      ...(posts ? { 400: response('Unreadable') } : {}),
      ...{ 401: response('Unauthorized'), 403: response('Forbidden') },
      ...(call.mayBeUnknown || call.path.includes('{id}') ? { 404: response('NotFound') } : {}),
      ...(posts ? { 409: response('Conflict') } : {}),
      ...{ 422: response('Unusable'), 429: response('TooMany') },
    },
  };
}

const given = (status: string, schema: v.GenericSchema, call: Call) => ({
  description: status === '201' ? 'Made.' : call.method === 'POST' ? 'Changed.' : 'Found.',
  content: json(bodySchema(schema), call.examples.answer),
});

const json = (schema: JsonSchema, example: unknown) => ({ 'application/json': { schema, example } });

function parametersOf(call: Call) {
  const { properties = {}, required = [] } = parameterSchema(call.query);
  const query = Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name) },
    schema:
      typeof schema === 'object' && schema.type === 'integer'
        ? { ...schema, default: Number(schema.default) }
        : schema,
  }));
  return [
    { $ref: '#/components/parameters/organisation' },
    ...(call.path.includes('{id}')
      ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
      : []),
    ...query,
    ...(call.method === 'POST' ? [{ $ref: '#/components/parameters/idempotencyKey' }] : []),
  ];
}

/** Each named schema written out, where it may point at others but not at itself. */
function componentSchemas(): Record<string, JsonSchema> {
  const entries = Object.entries<v.GenericSchema>(named).map(([name, schema]) => {
    const { [name]: _, ...others } = named as Record<string, v.GenericSchema>;
    return [name, bare(toJsonSchema(schema, { ...config, definitions: others }))] as const;
  });
  return Object.fromEntries(entries);
}
