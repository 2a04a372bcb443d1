import {
  appointmentByHand,
  changeAppointment,
  changePerson,
  employersHere,
  personByHand,
} from '#rooms/people/server/index.ts';
import { found } from '#platform/errors.ts';
import type { Rule, Rules } from './access-rule.ts';
import type { Stage } from './access-stage.ts';
import type { Subject } from './access-subjects.ts';
import { newWords } from './access-workshop.ts';

/** Whose appointment it is, and which, whoever stands in the address. */
const ofSubject = (subject: Subject | undefined) => {
  const { person, appointment } = found(subject?.params);
  return { personId: found(person), appointmentId: found(appointment) };
};

const about = (rule: Pick<Rule, 'verbs' | 'send'>): Rule => ({
  ...rule,
  about: 'appointment',
  namesPeople: true,
});

const work = async ({ town }: Stage) => {
  const [employer] = await employersHere(await town.as('hans'));
  return { unitId: town.unitId('Archief'), employerId: found(employer).id };
};

/** As whoever keeps people right has it before them. */
async function personNow({ town }: Stage, subject: Subject | undefined) {
  const { firstName, lastName, email, edition } = await personByHand(
    await town.as('hans'),
    ofSubject(subject).personId,
  );
  return { firstName, lastName, email, edition };
}

async function appointmentNow({ town }: Stage, subject: Subject | undefined) {
  const seen = await appointmentByHand(await town.as('hans'), ofSubject(subject));
  return { unitId: seen.unit, edition: seen.edition };
}

/** A field that is set by hand, so that it can follow the list again. */
async function placeByHand(stage: Stage, subject: Subject | undefined): Promise<{ field: string }> {
  const none = { functionTitle: null, functionGroup: undefined, startsOn: null, number: null };
  const given = { ...(await appointmentNow(stage, subject)), ...none, visitingFrom: null };
  const location = newWords('place');
  await changeAppointment(await stage.town.as('hans'), ofSubject(subject), { ...given, location });
  return { field: 'location' };
}

async function nameByHand(stage: Stage, subject: Subject | undefined): Promise<{ field: string }> {
  const given = { ...(await personNow(stage, subject)), lastName: newWords('name') };
  await changePerson(await stage.town.as('hans'), ofSubject(subject).personId, given);
  return { field: 'lastName' };
}

/** Keeping people right by hand: for hr and administrators. */
export const byHandRules: Rules = {
  '/mensen page': [
    { verbs: ['peopleHere', 'unitsHere', 'employersHere'], namesPeople: true },
    // Who left is shown to who keeps people right alone.
    {
      ...{ verbs: ['peopleHere', 'unitsHere', 'employersHere'], query: '?toon=uit-dienst' },
      ...{ only: ['hr', 'admin'], namesPeople: true },
    },
  ],
  '/mensen/nieuw page': { verbs: ['addPerson', 'unitsHere', 'employersHere'], namesUnits: true },
  '/mensen/nieuw action addPerson': {
    verbs: ['addPerson', 'peopleLike'],
    send: async (stage) => ({ firstName: 'Nina', lastName: newWords('person'), ...(await work(stage)) }),
  },
  '/mensen/[person]/gegevens page': about({ verbs: ['personByHand'] }),
  '/mensen/[person]/gegevens action changePerson': about({
    verbs: ['changePerson'],
    send: async (stage, { subject }) => {
      const { email, ...given } = await personNow(stage, subject);
      return { ...given, email: email ?? '' };
    },
  }),
  '/mensen/[person]/gegevens action followStaffList': about({
    verbs: ['followStaffList'],
    send: (stage, { subject, trial }) => (trial ? { field: 'lastName' } : nameByHand(stage, subject)),
  }),
  '/mensen/[person]/aanstelling/nieuw page': about({ verbs: ['addAppointment', 'personByHand'] }),
  '/mensen/[person]/aanstelling/nieuw action addAppointment': about({
    verbs: ['addAppointment'],
    send: work,
  }),
  '/mensen/[person]/aanstelling/[appointment] page': about({ verbs: ['appointmentByHand', 'personByHand'] }),
  '/mensen/[person]/aanstelling/[appointment] action changeAppointment': about({
    verbs: ['changeAppointment'],
    send: (stage, { subject }) => appointmentNow(stage, subject),
  }),
  '/mensen/[person]/aanstelling/[appointment] action endAppointment': about({
    verbs: ['endAppointment'],
    send: async (stage, { subject }) => ({ edition: (await appointmentNow(stage, subject)).edition }),
  }),
  '/mensen/[person]/aanstelling/[appointment] action followStaffList': about({
    verbs: ['followStaffList'],
    send: (stage, { subject, trial }) => (trial ? { field: 'location' } : placeByHand(stage, subject)),
  }),
};
