/** What a stream tells a browser: that something changed for whoever is signed in. What it is, is asked at the normal door. */
export type News = { kind: string; id: string };

/** News as it goes from the database to every web process: for these people of this organisation. */
export type Announcement = News & { organisationId: string; personIds: readonly string[] };
