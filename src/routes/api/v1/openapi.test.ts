import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { calls, type Call } from './calls.ts';
import { openapi } from './openapi.ts';

const folder = new URL('.', import.meta.url);
const list = Object.entries<Call>(calls);

/** `GET /questions/{id} readQuestion` of every handler, as the files have them. */
const inFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.startsWith('[organisation]/') && path.endsWith('+server.ts'))
  .flatMap((path) => {
    const address = path.slice('[organisation]'.length, -'/+server.ts'.length).replace(/\[(\w+)\]/g, '{$1}');
    const text = readFileSync(new URL(path.replaceAll('[', '%5B').replaceAll(']', '%5D'), folder), 'utf8');
    const handlers = [...text.matchAll(/^export const (\w+) =(?: answer\(\s*calls\.(\w+))?/gm)];
    return handlers.map(([, method, name]) => `${method} ${address} ${name}`);
  });

test('the list of calls is what the files answer to', () => {
  expect(inFiles.toSorted()).toEqual(
    list.map(([name, { method, path }]) => `${method} ${path} ${name}`).toSorted(),
  );
});

test('the examples are what the schemas say', () => {
  for (const [name, call] of list) {
    if (call.body) expect(v.safeParse(call.body, call.examples.body).issues, name).toBeUndefined();
    for (const schema of Object.values(call.answers))
      expect(v.safeParse(schema, call.examples.answer).issues, name).toBeUndefined();
  }
});

const document = openapi('/api/v1');
const text = JSON.stringify(document);

test('the document has every call, with its security and its refusals', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', security: [{ token: [] }] });
  for (const [name, { method, path }] of list) {
    const operation = document.paths[`/{organisation}${path}`]?.[method.toLowerCase()];
    expect(operation, name).toMatchObject({
      operationId: name,
      responses: { 401: {}, 403: {}, 422: {}, 429: {} },
    });
  }
});

test('whatever the document points at is in it', () => {
  const targets = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  expect(targets.length).toBeGreaterThan(20);
  for (const path of new Set(targets)) {
    let at: unknown = document;
    for (const part of path.split('/')) at = (at as Record<string, unknown>)[part];
    expect(at, path).toBeTypeOf('object');
  }
});

test('limits and lists of words come from the schemas that the handlers use', () => {
  const { parameters } = document.paths['/{organisation}/tips']!.get as { parameters: { name?: string }[] };
  expect(parameters.find(({ name }) => name === 'limit')).toEqual({
    ...{ name: 'limit', in: 'query', required: false },
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
  });
  expect(document.components.schemas.NewQuestion).toMatchObject({
    required: ['body', 'onBehalfOf'],
    properties: { body: { type: 'string', minLength: 1, maxLength: 4000 } },
  });
});
