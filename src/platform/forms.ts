import * as v from 'valibot';

export type FormRead<Input> =
  | { ok: true; input: Input; values: Record<string, string> }
  | { ok: false; problems: Record<string, string>; values: Record<string, string> };

/**
 * Reads a form by its schema. Fields that come more than once become a list when the schema wants one;
 * an empty text is absent where the schema lets it be. `values` is what was typed, to show it again; what was
 * sent more than once under one name stands in one text, each on a line of its own.
 */
export async function readForm<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<FormRead<v.InferOutput<Schema>>> {
  return readFields(await request.formData().catch(() => new FormData()), schema);
}

/** The same of fields that stand in an address, to look at before they are sent. */
export function readFields<Schema extends v.GenericSchema>(
  sent: Iterable<[string, FormDataEntryValue]>,
  schema: Schema,
): FormRead<v.InferOutput<Schema>> {
  const data = usable(sent);
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const values = asTyped(texts);
  const outcome = v.safeParse(schema, shaped(schema, data));
  if (outcome.success) return { ok: true, input: outcome.output, values };
  const problems: Record<string, string> = {};
  for (const issue of outcome.issues) problems[String(issue.path?.[0]?.key ?? '')] ??= issue.message;
  return { ok: false, problems, values };
}

/** Without the null character, which no text in the database can hold, and the one name that no answer can hold. */
function usable(sent: Iterable<[string, FormDataEntryValue]>): FormData {
  const data = new FormData();
  for (const [name, entry] of sent)
    if (typeof entry !== 'string') data.append(name, entry);
    else if (name !== '__proto__') data.append(name, entry.replaceAll('\u0000', ''));
  return data;
}

const asTyped = (texts: [string, string][]): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(texts, ([name]) => name)].map(([name, all]) => [
      name,
      all.map(([, text]) => text).join('\n'),
    ]),
  );

type Entries = { entries?: Record<string, v.GenericSchema & { wrapped?: v.GenericSchema; type: string }> };

function shaped(schema: v.GenericSchema, data: FormData): Record<string, unknown> {
  const entries = (schema as Entries).entries ?? {};
  const input: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(entries)) {
    const inner = innermost(entry);
    if (inner === 'array') input[name] = data.getAll(name);
    else if (inner === 'boolean') input[name] = ['true', 'on', 'yes'].includes(String(data.get(name)));
    else if (data.has(name))
      input[name] = data.get(name) === '' && entry.type === 'optional' ? undefined : data.get(name);
  }
  return input;
}

function innermost(entry: { type: string; wrapped?: unknown; pipe?: unknown }): string {
  const within = (entry.wrapped ?? (entry.pipe as unknown[] | undefined)?.[0]) as typeof entry | undefined;
  return within && within !== entry ? innermost(within) : entry.type;
}
