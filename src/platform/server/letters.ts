import { capital } from '../capital.ts';
import type { Letter } from './handed-in.ts';

/** A letter in its parts: a greeting, paragraphs, perhaps one quoted text after the first of them, and the one thing to do. */
export type LetterParts = {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  quote?: string;
  button: { label: string; href: string };
  /** Why this mail came. */
  because: string;
};

/** Text first; the HTML says the same, with nothing fetched from elsewhere. */
export function letter(parts: LetterParts): Letter {
  const { subject, greeting, paragraphs, quote, button, because } = parts;
  const quoted = quote
    ?.split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const [opening, ...rest] = paragraphs.map(capital);
  const text = [greeting, opening, quoted, ...rest, `${button.label}:\n${button.href}`, `-- \n${because}`]
    .filter((part) => part !== undefined)
    .join('\n\n');
  const html = [
    `<p>${escape(greeting)}</p>`,
    opening ? `<p>${escape(opening)}</p>` : '',
    quote ? `<blockquote style="${quoteStyle}">${escape(quote)}</blockquote>` : '',
    ...rest.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    `<p><a href="${escape(button.href)}" style="${buttonStyle}">${escape(button.label)}</a></p>`,
    `<p style="color:#4f5e5c;font-size:14px">${escape(because)}</p>`,
  ].join('\n');
  return { subject, text, html: page(html) };
}

const page = (body: string) =>
  `<!doctype html><html lang="nl-BE"><body style="font:16px/1.5 sans-serif;color:#1b2b2a;max-width:36em">${body}</body></html>`;

const quoteStyle =
  'margin:0;padding:12px 16px;border-left:4px solid #0b5d5a;background:#faf6ef;white-space:pre-wrap';
const buttonStyle =
  'display:inline-block;padding:12px 24px;border-radius:999px;background:#0b5d5a;color:#fff;text-decoration:none;font-weight:600';

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
