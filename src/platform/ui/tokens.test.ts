import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Name to colour, for the light and for the dark half of tokens.css. */
function palettes() {
  const [lightPart = '', darkPart = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
  const read = (part: string) =>
    Object.fromEntries(
      [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    );
  const light = read(lightPart);
  return { light, dark: { ...light, ...read(darkPart) } };
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['sand', 'paper', 'sunk'];
const on = (front: string, backs: string[]) => backs.map((back) => [front, back] as const);

const texts = [
  ...on('ink', [...surfaces, 'sea-soft', 'gold-soft']),
  ...on('ink-soft', [...surfaces, 'sea-soft', 'gold-soft']),
  ...on('sea', [...surfaces, 'sea-soft']),
  ...on('sea-strong', [...surfaces, 'sea-soft']),
  ...on('on-sea', ['sea', 'sea-strong']),
  ...on('coral-ink', [...surfaces, 'coral-soft']),
  ...on('gold-ink', ['gold-soft']),
  ...on('paper', ['coral']),
];
const edges = [
  ...on('line-strong', surfaces),
  ...on('sea', [...surfaces, 'sea-soft', 'gold-soft', 'coral-soft']),
  ...on('coral', [...surfaces, 'coral-soft']),
];

for (const [scheme, colours] of Object.entries(palettes())) {
  describe(`colours, ${scheme}`, () => {
    it.each(texts)('%s can be read on %s', (front, back) => {
      expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(4.5);
    });

    it.each(edges)('%s can be seen on %s', (front, back) => {
      expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(3);
    });
  });
}

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
