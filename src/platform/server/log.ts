import pino from 'pino';

/** The log of a process. Ids, verbs and times only: never a name, an address or what somebody wrote. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
