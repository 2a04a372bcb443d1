import { m } from '#messages';

/** What questions, tips and experts are about: one list for all of them; `category` in the API. */
export const themes = [
  'sign_in',
  'outlook',
  'teams',
  'office',
  'files',
  'printing',
  'mobile',
  'line_of_business',
  'safety',
  'ai',
  'government_apps',
  'new_process',
  'other',
] as const;

export type Theme = (typeof themes)[number];

export const isTheme = (text: unknown): text is Theme => themes.includes(text as Theme);

const labels: Record<Theme, () => string> = {
  sign_in: m.theme_sign_in,
  outlook: m.theme_outlook,
  teams: m.theme_teams,
  office: m.theme_office,
  files: m.theme_files,
  printing: m.theme_printing,
  mobile: m.theme_mobile,
  line_of_business: m.theme_line_of_business,
  safety: m.theme_safety,
  ai: m.theme_ai,
  government_apps: m.theme_government_apps,
  new_process: m.theme_new_process,
  other: m.theme_other,
};

/** The theme as the screen says it. */
export const themeLabel = (theme: Theme): string => labels[theme]();
