import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { Forbidden, NotFound } from '../../src/platform/errors.ts';
import { loadPage } from './pages.ts';
import type { Name, Town } from './town.ts';

export type PageOf = { folder: string; params: Record<string, string> };

/** Every page of an organisation that has a load, with an id for each part of its address; without one it is left out. */
export async function everyPage(ids: Record<string, string>): Promise<PageOf[]> {
  const root = join(import.meta.dirname, '../../src/routes/[organisation]');
  const pages: PageOf[] = [];
  for await (const file of glob('**/+page.server.ts', { cwd: root })) {
    const folder = file.replace(/\/?\+page\.server\.ts$/, '');
    const names = [...folder.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');
    if (names.every((name) => name in ids))
      pages.push({ folder, params: Object.fromEntries(names.map((name) => [name, ids[name] ?? ''])) });
  }
  return pages;
}

/** What stands on a page for this reader; nothing where they may not look. */
export async function textOf(town: Town, reader: Name, page: PageOf): Promise<string> {
  const reads = { organisationId: town.id, slug: town.slug, personId: town.personId(reader) };
  try {
    return JSON.stringify(await loadPage(reads, page)) ?? '';
  } catch (error) {
    const refused = error instanceof NotFound || error instanceof Forbidden || hasStatus(error);
    if (!refused) throw error;
    return '';
  }
}

/** A page that leads on, or refuses what no link leads to. */
const hasStatus = (error: unknown) => typeof error === 'object' && error !== null && 'status' in error;
