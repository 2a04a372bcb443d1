import type { Attempt } from './access-attempts.ts';
import { isShownAnyhow, leaksIn } from './access-secrets.ts';
import type { Stage } from './access-stage.ts';
import { postIn } from './access-visitors.ts';

export type Answer = {
  attempt: Attempt;
  /** Of the page: a browser that fetches its data is told so in the body. */
  status: number;
  location: string;
  /** All that came: headers and body. */
  text: string;
};

const atOnce = 8;

/** Makes all the requests, some at once, and gives the answers in the order of the attempts. */
export async function answersTo(stage: Stage, attempts: readonly Attempt[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const visitDoors = async () => {
    for (let index = next++; index < attempts.length; index = next++)
      answers[index] = await answerTo(stage, attempts[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, visitDoors));
  return answers;
}

export async function answerTo({ url }: Stage, attempt: Attempt): Promise<Answer> {
  const { method, path, headers, body } = attempt;
  const response = await fetch(url + path, { method, headers, body, redirect: 'manual' });
  const text = await textOf(response);
  const location = response.headers.get('location') ?? '';
  const seen = path.includes('/__data.json') ? pageBehind(text) : null;
  return {
    attempt,
    ...(seen ?? { status: response.status, location }),
    text: `${[...response.headers].map((entry) => entry.join(': ')).join('\n')}\n\n${text}`,
  };
}

/** Of a stream, which does not end, what comes first. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value = '' } = await lines.read();
  await lines.cancel();
  return value;
}

type Data = { type?: string; status?: number; location?: string; nodes?: Node[] };
type Node = { type?: string; status?: number; error?: { status?: number } } | null;

/** Data always comes with 200 (when somebody is at work there); what the page would have answered stands inside. */
function pageBehind(text: string): Pick<Answer, 'status' | 'location'> | null {
  const said = JSON.parse(text.split('\n')[0] ?? '') as Data;
  if (said.type === 'redirect') return { status: said.status ?? 0, location: said.location ?? '' };
  const error = said.nodes?.find((node) => node?.type === 'error');
  const status = error ? (error.status ?? error.error?.status ?? 0) : 200;
  return said.type === 'data' ? { status, location: '' } : null;
}

/** What is wrong with an answer, in a line each. */
export function faultsOf({ secrets }: Stage, { attempt, status, location, text }: Answer): string[] {
  const { expected, reader, namesPeople, namesUnits, shows, label } = attempt;
  const faults: string[] = [];
  if (status !== expected.status)
    faults.push(`${expected.outcome} is ${expected.status}, but it was ${status}`);
  if (expected.to && !location.startsWith(expected.to))
    faults.push(`should lead to ${expected.to}, but led to ${location || 'nowhere'}`);
  if (expected.outcome === 'done' && location.startsWith('/aanmelden')) faults.push(`leads to ${location}`);
  if (/^set-cookie: trekkracht\.session_token=[^;]/im.test(text)) faults.push('gives a session');
  for (const words of shows) if (!text.includes(words)) faults.push(`does not show ${words}`);
  for (const leak of leaksIn(text, { secrets, reader, namesPeople, namesUnits }))
    faults.push(`gives away: ${leak.label}`);
  return faults.map((fault) => `${label}: ${fault}`);
}

/** Secrets of Veurne that somebody was shown who may not read them, or that nobody showed to somebody who may. */
export const readersOtherThanSaid = ({ secrets, visitors }: Stage, answers: readonly Answer[]): string[] =>
  secrets
    .filter(({ town }) => town === 'veurne')
    .flatMap((secret) => {
      const { label, words, mayStayUnsaid, mayRead } = secret;
      const counts = ({ attempt, text }: Answer) => text.includes(words) && !isShownAnyhow(secret, attempt);
      const readers = new Set(answers.filter(counts).map(({ attempt }) => attempt.visitor));
      return visitors.flatMap((visitor) => {
        const post = postIn(visitor, 'veurne');
        const may = post !== undefined && mayRead(post);
        if (may === readers.has(visitor.name) || (may && mayStayUnsaid)) return [];
        return [`${label}: ${may ? 'nowhere shown' : 'shown'} to ${visitor.name}`];
      });
    });
