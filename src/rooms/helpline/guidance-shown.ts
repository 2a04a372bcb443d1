const list = new Intl.ListFormat('nl-BE', { type: 'conjunction' });

/** 'Mia, Karel en Omer'. */
export const namesInRow = (names: readonly string[]): string => list.format(names);
