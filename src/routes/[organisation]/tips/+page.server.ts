import { isTheme, themeLabel, themes } from '#rooms/organisations/themes.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';
import { tipsHere } from '#rooms/tips/server/index.ts';

const pageSize = 40;

export const load = async ({ locals: { who }, url }) => {
  const theme = url.searchParams.get('thema');
  const chosen = isTheme(theme) ? theme : null;
  const after = url.searchParams.get('na');
  const tips = await tipsHere(who, { theme: chosen, limit: pageSize, after });
  return {
    chosen,
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    tips: tips.map((tip) => ({
      id: tip.id,
      title: tip.title,
      theme: themeLabel(tip.theme),
      status: tip.status,
      helped: tip.helped,
    })),
    checks: canCheckTips(who),
    next: tips.length === pageSize ? tips.at(-1)!.id : null,
  };
};
