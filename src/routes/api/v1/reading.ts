import * as v from 'valibot';
import { Problem, unusable } from '#platform/problem.ts';

/** Largest body, in bytes: the longest tip, written as cautiously as JSON allows. */
const largestBody = 64 * 1024;

/** What a text may not hold when it goes into the database: the null character, and half characters. */
const clean = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;

/** The body of a request as JSON. Throws Problem (400) when it is too large, not UTF-8 or not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const bytes = announced > largestBody ? null : await request.arrayBuffer();
  if (!bytes || bytes.byteLength > largestBody)
    throw new Problem(400, `The body is larger than ${largestBody} bytes.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, (_key, value: unknown) => clean(value));
  } catch {
    throw new Problem(400, 'The body is not JSON in UTF-8.');
  }
}

/** What stands after the question mark. A parameter without a value counts as absent. */
export const readQuery = (address: URL): Record<string, unknown> =>
  Object.fromEntries(
    [...address.searchParams].flatMap(([name, value]) => (value ? [[name, clean(value)]] : [])),
  );

/** The input as the schema has it. Throws Problem (422) that says of each field what is the matter. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const outcome = v.safeParse(schema, input);
  if (outcome.success) return outcome.output;
  const reasons: Record<string, string> = {};
  for (const issue of outcome.issues) reasons[v.getDotPath(issue) ?? ''] ??= reasonOf(issue);
  throw unusable(reasons);
}

/** In English: the messages of the forms are keys of sentences for the screen. */
function reasonOf(issue: v.BaseIssue<unknown> & { requirement?: unknown }): string {
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'is required';
  // What only the API has says for itself what is the matter.
  if (issue.message.startsWith('must')) return issue.message;
  switch (issue.type) {
    case 'non_empty':
      return 'must not be empty';
    case 'max_length':
      return `must have at most ${String(issue.requirement)} characters`;
    case 'string':
      return 'must be a text';
    case 'boolean':
      return 'must be true or false';
    case 'picklist':
      return `must be one of ${(issue.expected ?? '').replaceAll(/[()"]/g, '').replaceAll(' | ', ', ')}`;
    case 'array':
      return 'must be a list';
    case 'uuid':
      return 'must be an id';
    case 'iso_date':
      return 'must be a day, as in 2026-11-23';
    case 'iso_timestamp':
      return 'must be a moment, as in 2026-11-23T09:00:00Z';
    case 'object':
      return 'must be an object';
    default:
      return issue.message;
  }
}
