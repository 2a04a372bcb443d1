import { arch, platform } from 'node:os';
import { ExternalTrouble } from '#platform/server/external-trouble.ts';
import { ClusterTrouble, type ClusterNews } from '#platform/server/cluster-trouble.ts';
import { WrongSetting } from '../src/web-settings.ts';
import { sentence, type Key } from './sentences.ts';

/** An error that is told to the person in the terminal in a sentence; the detail is what a program said. */
export class Told extends Error {
  override readonly name = 'Told';

  constructor(key: Key, words: Record<string, string | number> = {}, detail = '') {
    super(`${sentence(key, words)}\n${detail}`.trim());
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const say = (key: Key, words?: Record<string, string | number>): void => print(sentence(key, words));

/** What went wrong, for the person in the terminal; what programs said comes below it as they said it. */
export function explain(error: unknown): string {
  if (error instanceof Told) return error.message;
  if (error instanceof WrongSetting)
    return sentence('start_setting_wrong', { name: error.setting, value: error.value });
  if (error instanceof ExternalTrouble)
    return `${sentence(error.reason, error.words)}\n${error.detail}`.trim();
  if (error instanceof ClusterTrouble) return explainTrouble(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function explainTrouble({ reason, detail }: ClusterTrouble): string {
  switch (reason) {
    case 'not-yours':
      return sentence('start_database_not_yours', { folder: detail });
    case 'no-account':
      return sentence('start_database_no_account');
    case 'no-programs':
      return sentence('start_database_no_programs', { platform: `${platform()} ${arch()}` });
    case 'failed':
      return `${sentence('start_database_failed')}\n${detail}`;
  }
}

export function tellNews(dataFolder: string): (news: ClusterNews) => void {
  return (news) => {
    if (news.kind === 'waiting') say('start_database_waiting');
    if (news.kind === 'copying') say('start_database_copying', { folder: news.folder });
    if (news.kind === 'elsewhere')
      say('start_database_elsewhere', { folder: news.folder, account: news.account, data: dataFolder });
  };
}

/** Runs a command: an error is explained on stderr, and the exit code is 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  // Whoever listened may be gone (`| head`); that is no reason to fall.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
