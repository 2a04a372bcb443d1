/**
 * What a verb may throw when it refuses. One map, in hooks.server.ts, turns each into a status and a
 * sentence; anything else that is thrown is a surprise (500).
 */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The actor may see it, but may not do this. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

/** Somebody was first, or it changed meanwhile. `reason` is a key the page knows a sentence for. */
export class Conflict extends Error {
  override name = 'Conflict';
  readonly reason: string;
  readonly particulars: Record<string, string>;
  constructor(reason: string, particulars: Record<string, string> = {}) {
    super(reason);
    this.reason = reason;
    this.particulars = particulars;
  }
}

/** Input that a form could have refused. `problems` maps a field's name to a key of a sentence. */
export class Invalid extends Error {
  override name = 'Invalid';
  readonly problems: Record<string, string>;
  constructor(problems: Record<string, string>) {
    super(
      Object.entries(problems)
        .map((entry) => entry.join(': '))
        .join(', '),
    );
    this.problems = problems;
  }
}

/** Throws Forbidden unless the condition holds. */
export function allow(condition: boolean): asserts condition {
  if (!condition) throw new Forbidden();
}

/** The first row, or NotFound. */
export function found<Row>(row: Row | undefined | null): Row {
  if (row === undefined || row === null) throw new NotFound();
  return row;
}
