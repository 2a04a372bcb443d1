const list = new Intl.ListFormat('nl-BE', { type: 'conjunction' });

/** 'Mia Maes, Karel Claes en Omer Tack'. */
export const namesInRow = (names: readonly string[]): string => list.format(names);
