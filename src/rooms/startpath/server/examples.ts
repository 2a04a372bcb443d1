import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenStep } from '../steps.ts';

const folder = join(process.cwd(), 'messages', 'documents');

const read = new Map<WrittenStep, Promise<string>>();

/** The text that the product gives for a step, as it stands in messages/documents/. Read once in each process. */
export function exampleOf(step: WrittenStep): Promise<string> {
  const known = read.get(step) ?? readFile(join(folder, `${step}.md`), 'utf8');
  read.set(step, known);
  return known;
}
