import { isId } from '#platform/ids.ts';
import { isRole, type Role } from './roles.ts';

/** Of everybody, only those: without e-mail, whose first day is to come, of another authority, or who left. */
export const onlys = ['no_mail', 'to_begin', 'visiting', 'left'] as const;

export type Only = (typeof onlys)[number];

export type PeopleFilter = {
  q: string;
  /** From 1. */
  page: number;
  /** And all units below it. */
  unitId?: string | null;
  role?: Role | null;
  employerId?: string | null;
  only?: Only | null;
};

// As they stand in the address, which people read.
const inAddress: Record<Only, string> = {
  no_mail: 'zonder-mail',
  to_begin: 'nog-te-beginnen',
  visiting: 'van-elders',
  left: 'uit-dienst',
};

export const addressOfOnly = (only: Only): string => inAddress[only];

const mostPages = 10_000;
const longestQuery = 100;

/** What an address asks for; what means nothing is left out. */
export function filterIn(params: URLSearchParams): Required<PeopleFilter> {
  const id = (name: string) => {
    const given = params.get(name);
    return given !== null && isId(given) ? given : null;
  };
  const asked = Number(params.get('pagina') ?? 1);
  const role = params.get('rol');
  return {
    q: (params.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, longestQuery),
    page: Number.isInteger(asked) && asked >= 1 && asked <= mostPages ? asked : 1,
    unitId: id('dienst'),
    role: isRole(role) && role !== 'employee' ? role : null,
    employerId: id('werkgever'),
    only: onlys.find((only) => inAddress[only] === params.get('toon')) ?? null,
  };
}

/** The query that asks for it, without what is not asked: '' or '?q=…'. */
export function queryOf(filter: PeopleFilter): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => value && query.set(name, value);
  put('q', filter.q);
  put('dienst', filter.unitId);
  put('rol', filter.role);
  put('werkgever', filter.employerId);
  put('toon', filter.only && inAddress[filter.only]);
  put('pagina', filter.page > 1 ? String(filter.page) : null);
  return query.size > 0 ? `?${query}` : '';
}
