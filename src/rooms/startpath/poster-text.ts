import { m } from '#messages';

/** What stands on a poster: the text with the coach in it, or null while the unit has none. */
export type PosterText = { unitName: string; body: string | null; ictPhone: string | null };

/** The words of a poster. Without a coach it says where one sees who helps meanwhile. */
export const posterText = ({ unitName, body, ictPhone }: PosterText): string =>
  body ??
  [
    `# ${m.startpath_poster_none_title()}`,
    m.startpath_poster_none_text({ unit: unitName }),
    ictPhone ? m.startpath_poster_none_ict({ phone: ictPhone }) : '',
  ].join('\n\n');
