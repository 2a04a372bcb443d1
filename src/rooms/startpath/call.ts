// The call for digicoaches. Pure.

/** Days as YYYY-MM-DD; both belong to it. */
export type Call = { openedOn: string; closesOn: string };

export const isCallOpen = ({ openedOn, closesOn }: Call, today: string): boolean =>
  openedOn <= today && today <= closesOn;

/** Nobody plans a call for longer than that. */
export const longestCallDays = 120;

/** Days after its closing on which a call goes, with all that was answered to it. */
export const callKeptDays = 30;

/** So many colleagues somebody may think of in one call. */
export const mostNamings = 5;

/** And so many with those that were taken back: who errs may mend it, and nobody makes mail go to the whole house. */
export const mostNamingsEver = 10;

/** Days that the announcement hangs on Start. */
export const announcedDays = 14;
