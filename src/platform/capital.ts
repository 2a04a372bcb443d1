/** A sentence may begin with what stands for a name ("een digicoach"). */
export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('nl-BE') + text.slice(1);
