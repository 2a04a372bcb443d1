import * as v from 'valibot';

const url = v.pipe(v.string(), v.url());
const schema = v.object({
  /** Where web and worker find the database, as the role `app`. The owner's address, DATABASE_URL, they never see. */
  APP_DATABASE_URL: url,
  /** The address people use. Every link in a mail or on paper comes from it alone. */
  PUBLIC_URL: v.optional(
    v.pipe(
      url,
      v.transform((text) => text.replace(/\/+$/, '')),
    ),
    'http://localhost:3000',
  ),
  SECRET_FILE: v.pipe(v.string(), v.nonEmpty()),
  SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'))),
  MAIL_FROM: v.optional(v.string(), 'Trekkracht <trekkracht@localhost>'),
  TRUSTED_PROXY: v.optional(v.string()),
  TEST_CLOCK: v.optional(v.picklist(['0', '1']), '0'),
});

export type Settings = v.InferOutput<typeof schema>;

/** Reads the settings from the environment. An empty text counts as absent. Throws one error that names every fault. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const outcome = v.safeParse(schema, given);
  if (outcome.success) return outcome.output;
  const faults = outcome.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n  ${faults.join('\n  ')}`);
}

let known: Settings | undefined;

/** The settings of this process, read once at first use so that a build needs none. */
export const settings = (): Settings => (known ??= readSettings(process.env));

/** Whether this address leads to the machine itself. */
export const isLoopback = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
