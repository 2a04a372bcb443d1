import { expect, test } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from './errors.ts';
import { asProblem, Problem, problemFor, problemType, unusable } from './problem.ts';

const said = async (response: Response | null) => ({
  type: response?.headers.get('content-type'),
  ...((await response?.json()) as Record<string, unknown>),
});

test.each([
  [new NotFound(), 404, 'Not Found', {}],
  [new Forbidden(), 403, 'Forbidden', {}],
  [new Conflict('taken', { name: 'An' }), 409, 'Conflict', { reason: 'taken', particulars: { name: 'An' } }],
  [
    new Invalid({ body: 'key' }),
    422,
    'Unprocessable Content',
    { 'invalid-params': [{ name: 'body', reason: 'cannot be used here' }] },
  ],
  [
    unusable({ q: 'is odd' }),
    422,
    'Unprocessable Content',
    { 'invalid-params': [{ name: 'q', reason: 'is odd' }] },
  ],
])('%s becomes a problem', async (error, status, title, members) => {
  const response = problemFor(error, '/api/x');
  expect(response?.headers.get('content-type')).toBe(problemType);
  const { type, detail, ...rest } = (await response?.json()) as Record<string, unknown>;
  expect([response?.status, type, typeof detail]).toEqual([status, 'about:blank', 'string']);
  expect(rest).toEqual({ title, status, instance: '/api/x', ...members });
});

test('a problem brings its headers', () => {
  const slow = new Problem(429, 'Too fast.', { headers: { 'retry-after': '60' } });
  expect(problemFor(slow, '/')?.headers.get('retry-after')).toBe('60');
});

test('a surprise is not for the caller to read', () => {
  expect(problemFor(new Error('select secret from table'), '/')).toBeNull();
  expect(problemFor('text', '/')).toBeNull();
});

test('what the framework refuses becomes a problem too, without its words', async () => {
  const surprise = Response.json(
    { status: 500, message: 'Er ging iets mis', reference: 'ab12' },
    { status: 500 },
  );
  expect(await said(await asProblem(surprise, '/api/x'))).toEqual({
    ...{
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      instance: '/api/x',
      reference: 'ab12',
    },
  });
  const method = new Response('PUT method not allowed', { status: 405, headers: { allow: 'GET' } });
  const problem = await asProblem(method, '/api/x');
  expect([problem.status, problem.headers.get('allow')]).toEqual([405, 'GET']);
});

test('what is a problem already, or none at all, is left as it is', async () => {
  const fine = Response.json({ items: [] });
  expect(await asProblem(fine, '/')).toBe(fine);
  const refused = problemFor(new NotFound(), '/')!;
  expect(await asProblem(refused, '/')).toBe(refused);
});
