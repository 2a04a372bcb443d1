/** Keys that hang together, directly or through others (a union-find with path halving). */
export interface Knots {
  tie(one: string, other: string): void;
  /** The same key for all that hang together. */
  knotOf(key: string): string;
}

export function makeKnots(): Knots {
  const above = new Map<string, string>();
  const knotOf = (key: string): string => {
    let at = key;
    for (let up = above.get(at); up !== undefined; up = above.get(at)) {
      const higher = above.get(up);
      if (higher !== undefined) above.set(at, higher);
      at = higher ?? up;
    }
    return at;
  };
  const tie = (one: string, other: string): void => {
    const [from, to] = [knotOf(one), knotOf(other)];
    if (from !== to) above.set(from, to);
  };
  return { tie, knotOf };
}
