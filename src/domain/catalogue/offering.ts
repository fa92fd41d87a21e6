import type { AttendanceCode, LanguageCode } from '../../generated/vocab.ts';
import { isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { textFault } from '../shared/names.ts';
import { present } from '../shared/present.ts';
import type { LanguageMap } from '../shared/language.ts';
import { attendancesOf } from './run/attendance.ts';
import type { CompleteContent } from './microcredential.ts';
import { type OfferingForm, offeringFormFaults } from './offering-form.ts';
import { type Contact, type Session, sessionFaults } from './run/session.ts';

export type OfferingInput = Readonly<{
  startDate: string;
  endDate: string;
  language: LanguageCode;
  attendance: AttendanceCode;
  /** Share of full-time study in per cent. */
  pace?: number;
  places?: number;
  location?: LanguageMap;
  learningCentre?: string;
  /** The legal forms in which it is open, each with its price, its audience and the way to apply. */
  forms: readonly OfferingForm[];
  contact?: Contact;
  /** Never empty. */
  sessions?: readonly Session[];
}>;

/** A dated run of one published version, at the institution that gives it. */
export type Offering = OfferingInput &
  Readonly<{
    id: string;
    institutionId: string;
    /** Whose course it is, and who awards it: others only by the agreement that it was opened under. */
    ownerId: string;
    issuerId: string;
    agreementId?: string;
    microcredentialId: string;
    version: number;
    cancelledAt?: Date;
    /** Why, for everyone to read. */
    cancelReason?: LanguageMap;
    createdAt: Date;
  }>;

/** What is impossible about an offering, given the version it runs, at an institution of this country. */
export function offeringFaults(input: OfferingInput, content: CompleteContent, country?: string): Violation[] {
  const faults: Violation[] = [];
  for (const [name, value] of [
    ['startDate', input.startDate],
    ['endDate', input.endDate],
  ] as const) {
    if (!isCalendarDate(value))
      faults.push({ pointer: `#/${name}`, detail: 'Write a date that exists, as YYYY-MM-DD.' });
  }
  if (input.endDate < input.startDate)
    faults.push({ pointer: '#/endDate', detail: 'The offering ends before it starts.' });
  if (!content.languages.includes(input.language)) {
    faults.push({
      pointer: '#/language',
      detail: `The published version is given in ${content.languages.join(', ')}.`,
    });
  }
  const ways = attendancesOf(content.participation.modes);
  if (!ways.includes(input.attendance))
    faults.push({ pointer: '#/attendance', detail: `The published version can be attended: ${ways.join(', ')}.` });
  return [
    ...faults,
    ...offeringFormFaults(input.forms, { ...input, ...present({ country }) }, content),
    ...lineFaults(input),
    ...sessionFaults(input.sessions ?? [], input),
  ];
}

/** What everybody reads of it in one line. */
const lineFaults = ({ contact, learningCentre }: OfferingInput): Violation[] =>
  [['contact/name', contact?.name] as const, ['learningCentre', learningCentre] as const].flatMap(([member, text]) => {
    const detail = text === undefined ? undefined : textFault(text);
    return detail === undefined ? [] : [{ pointer: `#/${member}`, detail }];
  });
