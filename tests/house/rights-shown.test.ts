import { expect, test } from 'vitest';
import { rightGroups, rightsShown, rolesThatMay } from '../../src/rooms/people/rights-shown.ts';
import { rights, type VerbName } from '../../src/rooms/people/rights.ts';
import { roles } from '../../src/rooms/people/roles.ts';
import { complain } from './tree.ts';

const verbs = Object.keys(rights) as VerbName[];
const grouped = rightGroups.flatMap((group) => group.verbs.map((verb) => ({ verb, group: group.title() })));

test('every verb is told on the help page, once', () => {
  const faults = verbs.flatMap((verb) => {
    const groups = grouped.filter((one) => one.verb === verb).map(({ group }) => group);
    return groups.length === 1 ? [] : [`${verb}: ${groups.length === 0 ? 'no group' : groups.join(' and ')}`];
  });
  complain(
    faults,
    'Put it in the one group of src/rooms/people/right-groups/ where people would look for it:',
  );
});

test('no group tells of a verb that is gone', () => {
  complain(
    grouped.filter(({ verb }) => !(verb in rights)).map(({ verb, group }) => `${verb} in ${group}`),
    'Remove from src/rooms/people/right-groups/:',
  );
});

test('the verbs of a group are open to the same roles, or the table would lie', () => {
  const faults = rightGroups.flatMap(({ title, verbs: [first, ...others] }) => {
    const may = (verb: VerbName) => rolesThatMay(verb).join(' ');
    if (!first) return [`${title()}: no verbs`];
    return others
      .filter((verb) => may(verb) !== may(first))
      .map((verb) => `${title()}: ${verb} (${may(verb)}), ${first} (${may(first)})`);
  });
  complain(faults, 'Divide the group in src/rooms/people/right-groups/:');
});

test('every group has words of its own', () => {
  const titles = rightGroups.map(({ title }) => title());
  expect(new Set(titles).size).toBe(titles.length);
  for (const { title, note } of rightGroups) {
    expect(title().trim()).not.toBe('');
    expect(note().trim()).not.toBe('');
  }
});

test('what is printed is what the server checks', () => {
  const { forAll, forSome, columns } = rightsShown();
  expect(forAll.length + forSome.length).toBe(rightGroups.length);
  for (const one of forAll) expect(one.roles).toEqual(roles);
  for (const one of forSome) for (const role of one.roles) expect(columns).toContain(role);
  const names = forSome.find(({ roles: may }) => may.join() === 'coordinator');
  expect(names, 'only the coordinator sees open questions in short').toBeDefined();
});
