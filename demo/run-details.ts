import type { OfferingInput } from '../src/domain/catalogue/offering.ts';
import type { AwardingParty } from '../src/domain/catalogue/run/hosting.ts';
import type { Contact, Session } from '../src/domain/catalogue/run/session.ts';
import type { DemoInstitutionSlug } from './institutions.ts';

/**
 * A run of a published demo micro-credential, named by its slug. The institution is that of the micro-credential, or the
 * host that gives it by an agreement; then the agreement says who awards.
 */
export type DemoOffering = Readonly<{
  key: string;
  microcredential: string;
  hosted?: Readonly<{ host: DemoInstitutionSlug; awardedBy: AwardingParty; caseNumber: string }>;
  input: OfferingInput;
}>;

export const fjallsjoCentre = {
  sv: 'Fjällsjö demokommun',
  fi: 'Fjällsjön demokunta',
  en: 'Fjällsjö Demo Municipality',
};
export const campus = {
  sv: 'Demouniversitetets campus, Skärgården',
  fi: 'Demoyliopiston kampus, Saaristo',
  en: 'Demo University campus, Archipelago',
};

export const fjallsjoOffice: Contact = {
  name: 'Fjällsjö demohögskola, kurskansliet',
  email: 'kurser@fjallsjo.demo.invalid',
  url: 'https://demo.invalid/fjallsjo/kurser',
};
export const skargardenOffice: Contact = {
  name: 'Skärgårdens demouniversitet, fortbildningen',
  email: 'fortbildning@skargarden.demo.invalid',
};

export const machineLearningSessions: readonly Session[] = [
  { kind: 'teaching', date: '2027-01-18', from: '17:15', to: '19:00', online: true },
  {
    kind: 'meeting',
    date: '2027-02-08',
    from: '17:15',
    to: '18:00',
    title: { sv: 'Frågestund', fi: 'Kysymystunti', en: 'Questions and answers' },
    online: true,
  },
  { kind: 'examination', date: '2027-03-05', from: '13:00', to: '16:00', online: true, seats: 40 },
];

export const crisisManagementSessions: readonly Session[] = [
  {
    kind: 'meeting',
    date: '2027-03-08',
    from: '09:00',
    to: '16:00',
    title: { sv: 'Uppstart', fi: 'Aloitus', en: 'Start' },
    place: fjallsjoCentre,
    seats: 16,
  },
  { kind: 'teaching', date: '2027-03-18', from: '13:00', to: '15:00', online: true },
  {
    kind: 'examination',
    date: '2027-04-02',
    from: '09:00',
    to: '12:00',
    title: { sv: 'Övning i ledning', fi: 'Johtamisharjoitus', en: 'Exercise in command' },
    place: fjallsjoCentre,
    seats: 16,
  },
];

export const additiveManufacturingSessions: readonly Session[] = [
  { kind: 'meeting', date: '2027-02-01', from: '10:00', to: '15:00', place: campus, seats: 24 },
  { kind: 'examination', date: '2027-04-16', from: '10:00', to: '13:00', place: campus, seats: 24 },
];
