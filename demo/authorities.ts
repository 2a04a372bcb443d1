/** 'employee' has no further role; the others are roles on the appointment. */
export type DemoRole = 'employee' | 'coach' | 'expert' | 'ict' | 'hr' | 'manager' | 'coordinator' | 'admin';

export type DemoColleague = {
  number: string;
  firstName: string;
  lastName: string;
  unit: string;
  /** One of the employers of the authority. */
  employer: string;
  role: DemoRole;
  email: string;
};

export type DemoAuthority = {
  /** As in authorities.csv. */
  name: string;
  nis: string;
  network: 'E-WIN' | 'SHIFT';
  employers: [string, string];
  people: DemoColleague[];
};

type Row = [firstName: string, lastName: string, unit: string, employer: string, role: DemoRole];

const staff = (domain: string, rows: Row[]): DemoColleague[] =>
  rows.map(([firstName, lastName, unit, employer, role], index) => ({
    number: String(index + 1).padStart(4, '0'),
    firstName,
    lastName,
    unit,
    employer,
    role,
    email: `${firstName}.${lastName}@${domain}`.toLowerCase().replaceAll(' ', ''),
  }));

/** A neighbour in the same network, and one in another network. All people are invented. */
export const demoAuthorities: DemoAuthority[] = [
  {
    name: 'Koksijde',
    nis: '38014',
    network: 'E-WIN',
    employers: ['Gemeente Koksijde', 'OCMW Koksijde'],
    people: staff('koksijde.example', [
      ['Lore', 'Vermote', 'Burgerzaken', 'Gemeente Koksijde', 'coach'],
      ['Dirk', 'Coulier', 'Technische dienst', 'Gemeente Koksijde', 'coach'],
      ['Amina', 'Bouzid', 'Thuiszorg', 'OCMW Koksijde', 'coach'],
      ['Nathalie', 'Deceuninck', 'Personeelsdienst', 'Gemeente Koksijde', 'coordinator'],
      ['Jurgen', 'Legein', 'ICT', 'Gemeente Koksijde', 'admin'],
      ['Fien', 'Pylyser', 'Communicatie', 'Gemeente Koksijde', 'expert'],
      ['Gino', 'Van Heule', 'Technische dienst', 'Gemeente Koksijde', 'employee'],
      ['Roos', 'Dejonckheere', 'Thuiszorg', 'OCMW Koksijde', 'employee'],
    ]),
  },
  {
    name: 'Kortrijk',
    nis: '34022',
    network: 'SHIFT',
    employers: ['Stad Kortrijk', 'OCMW Kortrijk'],
    people: staff('kortrijk.example', [
      ['Hanne', 'Desloovere', 'Burgerzaken', 'Stad Kortrijk', 'coach'],
      ['Youssef', 'Amari', 'Sociaal Huis', 'OCMW Kortrijk', 'coach'],
      ['Katleen', 'Vandommele', 'HR', 'Stad Kortrijk', 'coordinator'],
      ['Wouter', 'Callens', 'ICT', 'Stad Kortrijk', 'admin'],
      ['Robbe', 'Messiaen', 'ICT', 'Stad Kortrijk', 'ict'],
      ['Ilse', 'Claerhout', 'HR', 'Stad Kortrijk', 'hr'],
      ['Bert', 'Nuyttens', 'Burgerzaken', 'Stad Kortrijk', 'manager'],
      ['Mieke', 'Lannoo', 'Sociaal Huis', 'OCMW Kortrijk', 'employee'],
    ]),
  },
];
