import { roleLabel } from '#rooms/people/labels.ts';
import { rightsShown } from '#rooms/people/rights-shown.ts';

/** The rights table of the code itself, in words. */
export const load = () => {
  const { forAll, forSome, columns } = rightsShown();
  return {
    forAll: forAll.map(({ title, note }) => ({ title, note })),
    forSome,
    columns: columns.map((role) => ({ role, label: roleLabel(role) })),
  };
};
