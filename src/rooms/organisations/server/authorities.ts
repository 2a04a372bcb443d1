import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slugFrom } from '../slugs.ts';

/** A Flemish authority by name. `network`: the one it belongs to, '' when it is in none. */
export type Authority = { name: string; type: string; nis: string; network: string };

/**
 * The authorities that are found by name. The file may be made longer by hand, without building anew:
 * docs/operate.md says where the others come from. `project` is the folder in which src/ lies.
 */
export async function authorities(project = process.cwd()): Promise<Authority[]> {
  const file = join(project, 'src', 'rooms', 'organisations', 'authorities.csv');
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  return lines.map((line) => {
    const [name = '', type = '', nis = '', network = ''] = line.split(',').map((cell) => cell.trim());
    return { name, type, nis, network };
  });
}

/** The one of this name, however it is written. */
export const authorityNamed = async (name: string): Promise<Authority | undefined> =>
  (await authorities()).find((known) => slugFrom(known.name) === slugFrom(name));
