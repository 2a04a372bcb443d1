import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const components = readdirSync(folder).filter((name) => name.endsWith('.svelte'));
const styleOf = (source: string) => /<style>([\s\S]*)<\/style>/.exec(source)?.[1] ?? '';
const classesIn = (css: string) =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? '');

const layoutClasses = new Set(classesIn(read('layout.css')));

it.each(components)('%s styles no class that pages use for layout', (name) => {
  // Rules inside :global(…) speak about the page's classes on purpose.
  const own = classesIn(styleOf(read(name)).replace(/:global\([^{]*\)/g, ''));
  expect(own.filter((each) => layoutClasses.has(each))).toEqual([]);
});

it.each(components)('%s keeps its style in its layer', (name) => {
  const style = styleOf(read(name)).trim();
  if (style) expect(style).toMatch(/^@layer components \{[\s\S]*\}$/);
});

it.each(components)('%s sets no style attribute, which the content policy refuses', (name) => {
  expect(read(name).replace(/<style>[\s\S]*/, '')).not.toMatch(/\sstyle[=:]/);
});
