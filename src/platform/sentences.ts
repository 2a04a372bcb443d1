import { m } from '#messages';

type Texts = Record<string, ((particulars: Record<string, string>) => string) | undefined>;

/** The sentence of a key that a schema or a verb named. A key nobody wrote a sentence for asks to look again. */
export const sentence = (key: string, particulars: Record<string, string> = {}): string =>
  (m as unknown as Texts)[key]?.(particulars) ?? m.ui_error_field();
