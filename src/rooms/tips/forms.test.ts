import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fieldsOf, safeAddress, tipForm } from './forms.ts';

const typed = { title: 'Een scherm delen', body: '1. Klik op Delen.', theme: 'teams' };

describe('the form of a tip', () => {
  it('holds what a tip has, as it was', () => {
    const links = [{ title: 'Handleiding', address: 'https://oase.example/' }];
    const about = { application: 'Teams', applicationVersion: null, level: 'alone', links } as const;
    const tip = { ...typed, theme: 'teams', ...about, links, unitId: null } as const;
    const filled = Object.entries(fieldsOf(tip)).filter(([, value]) => value !== '');
    expect(v.parse(tipForm, Object.fromEntries(filled))).toMatchObject(tip);
  });

  it('is enough with a title, the steps and a theme', () => {
    expect(v.parse(tipForm, typed)).toEqual({
      ...typed,
      application: null,
      applicationVersion: null,
      level: null,
      unitId: null,
      ownerId: undefined,
      reviewOn: undefined,
      links: [],
      edition: '',
    });
  });

  it('makes links of the addresses, named by their address when nothing else is', () => {
    const links = {
      ...{ linkTitle1: 'Handleiding', linkAddress1: 'https://oase.example/teams' },
      linkAddress3: ' https://voorbeeld.be ',
    };
    expect(v.parse(tipForm, { ...typed, ...links }).links).toEqual([
      { title: 'Handleiding', address: 'https://oase.example/teams' },
      { title: 'https://voorbeeld.be/', address: 'https://voorbeeld.be/' },
    ]);
  });

  it('ends its lines in one sign, whatever a browser sends', () => {
    expect(v.parse(tipForm, { ...typed, body: 'een\r\ntwee\n' }).body).toBe('een\ntwee');
  });

  it.each([
    ['linkAddress2', 'javascript:alert(1)', 'tips_link_not_https'],
    ['linkAddress1', 'www.voorbeeld.be', 'tips_link_not_https'],
    ['linkTitle3', 'Handleiding', 'tips_link_address_missing'],
    ['level', 'expert', undefined],
    ['unitId', 'x', 'tips_unit_unknown'],
    ['reviewOn', '31/12/2027', 'tips_review_on_unreadable'],
    ['title', '  ', 'tips_title_missing'],
  ])('refuses %s %s', (field, value, message) => {
    const { issues } = v.safeParse(tipForm, { ...typed, [field]: value });
    expect(issues?.[0].path?.[0]?.key).toBe(field.replace('Title', 'Address'));
    if (message) expect(issues?.[0].message).toBe(message);
  });
});

it('an address is https, without a name or password in it', () => {
  expect(safeAddress('https://voorbeeld.be/a b')).toBe('https://voorbeeld.be/a%20b');
  for (const text of ['http://voorbeeld.be', 'https://mia:geheim@voorbeeld.be', 'data:text/html,x', ''])
    expect(safeAddress(text)).toBeNull();
});
