/** More than this nobody reads through; how many there are is always said. */
const longestList = 500;

export type Shown<Row> = { rows: Row[]; total: number };

export const shortened = <Row>(all: readonly Row[]): Shown<Row> => ({
  rows: all.slice(0, longestList),
  total: all.length,
});
