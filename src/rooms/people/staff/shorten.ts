/** More than this nobody reads through; how many there are is always said. */
const longestList = 500;

export type Shown<Row> = { rows: Row[]; total: number };

/** Only what is shown is put in words. */
export const shortened = <Row, Words>(all: readonly Row[], inWords: (row: Row) => Words): Shown<Words> => ({
  rows: all.slice(0, longestList).map(inWords),
  total: all.length,
});
