import { m } from '#messages';
import { addressOfOnly, onlys, type Only } from './directory-filter.ts';
import { roleLabel } from './labels.ts';
import { roles } from './roles.ts';

const onlyLabels: Record<Only, () => string> = {
  no_mail: m.people_only_no_mail,
  to_begin: m.people_only_to_begin,
  visiting: m.people_only_visiting,
  left: m.people_only_left,
};

/** What the list of colleagues can be narrowed by, beside unit and employer. */
export const filterChoices = ({ seesLeft }: { seesLeft: boolean }) => ({
  roles: roles
    .filter((role) => role !== 'employee')
    .map((value) => ({ value: value as string, label: roleLabel(value) })),
  onlys: onlys
    .filter((only) => seesLeft || only !== 'left')
    .map((only) => ({ value: addressOfOnly(only), label: onlyLabels[only]() })),
});
