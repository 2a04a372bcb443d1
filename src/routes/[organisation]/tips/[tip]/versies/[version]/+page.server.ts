import { formatMoment } from '#platform/dates.ts';
import { found } from '#platform/errors.ts';
import { m } from '#messages';
import { fullName } from '#rooms/people/name.ts';
import { difference } from '#rooms/tips/difference.ts';
import { putBackForm } from '#rooms/tips/forms.ts';
import { putBackTip, tipVersions } from '#rooms/tips/server/index.ts';
import { canChangeTip, editionOf } from '#rooms/tips/tip.ts';
import { act } from '../../../../act.ts';

export const load = async ({ locals: { who }, params, url }) => {
  const { tip, versions, now } = await tipVersions(who, params.tip);
  const numbered = (number: string | null) => versions.find(({ version }) => String(version) === number);
  const one = found(numbered(params.version));
  const others = versions.filter((other) => other !== one);
  const other = numbered(url.searchParams.get('met')) ?? others[0];
  const [before, after] = other && other.version > one.version ? [one, other] : [other, one];
  const when = formatMoment(one.changedAt, now);
  return {
    tip: { id: tip.id, title: tip.title, version: tip.version, edition: editionOf(tip) },
    version: one.version,
    title: one.title,
    body: one.body,
    about: one.changedBy
      ? m.tips_version_saved_by({ name: fullName(one.changedBy), when })
      : m.tips_version_saved({ when }),
    comparison:
      before && after && before !== after
        ? {
            ...{ before: before.version, after: after.version, with: String(other!.version) },
            title: difference(before.title, after.title),
            body: difference(before.body, after.body),
          }
        : null,
    others: others.map(({ version, changedAt }) => ({
      value: String(version),
      label: m.tips_version_compare_option({ version, when: formatMoment(changedAt, now) }),
    })),
    canPutBack: one.version !== tip.version && canChangeTip(who, tip) && tip.status !== 'expired',
  };
};

export const actions = {
  putBackTip: (event) =>
    act(event, putBackForm, async (who, { edition }) => {
      const { organisation, tip, version } = event.params;
      await putBackTip(who, tip, { version: Number(version), edition });
      return { to: `/${organisation}/tips/${tip}`, done: 'tips_done_put_back' };
    }),
};
