import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { Conflict, Invalid } from '#platform/errors.ts';
import { readForm } from '#platform/forms.ts';
import { sentence } from '#platform/sentences.ts';
import type { Actor } from '#platform/actor.ts';
import { sayDone, type Said } from './done.ts';

type Done = { to: string; done?: string | Said };

/**
 * An action is: parse, verb, redirect. What was typed comes back with a sentence for each field when it
 * cannot be used; `done` is what the next page says, or the key of it.
 */
export async function act<Schema extends v.GenericSchema>(
  event: RequestEvent,
  schema: Schema,
  verb: (who: Actor, input: v.InferOutput<Schema>) => Promise<Done>,
) {
  const read = await readForm(event.request, schema);
  if (!read.ok) return fail(422, { problems: sentences(read.problems), values: read.values });
  try {
    const { to, done } = await verb(event.locals.who, read.input);
    if (done) sayDone(event.cookies, done);
    redirect(303, to);
  } catch (error) {
    if (error instanceof Invalid)
      return fail(422, { problems: sentences(error.problems), values: read.values });
    if (error instanceof Conflict)
      return fail(409, { problems: { '': sentence(error.reason, error.particulars) }, values: read.values });
    throw error;
  }
}

/** By field, what to mend. */
export const sentences = (problems: Record<string, string>) =>
  Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, sentence(key)]));
