import { formatMoment } from '#platform/dates.ts';
import { m } from '#messages';
import { fullName } from '#rooms/people/name.ts';
import { tipVersions, type TipVersion } from '#rooms/tips/server/index.ts';

export const load = async ({ locals: { who }, params }) => {
  const { tip, versions, now } = await tipVersions(who, params.tip);
  const about = ({ changedBy, changedAt }: TipVersion) => {
    const when = formatMoment(changedAt, now);
    return changedBy ? m.tips_version_by({ name: fullName(changedBy), when }) : when;
  };
  return {
    tip: { id: tip.id, title: tip.title, version: tip.version },
    versions: versions.map((one) => ({ version: one.version, title: one.title, meta: about(one) })),
  };
};
