import type { AttendanceCode, ModeCode } from '../../../generated/vocab.ts';

type Page = Readonly<{ title: string; url: string }>;
/** A code that national statistics or registers use. Without a source it is to be confirmed, and `question` says what. */
export type StatisticsCode = Readonly<{
  register: string;
  code: string;
}> &
  (Readonly<{ source: Page; question?: string }> | Readonly<{ source: 'to-be-confirmed'; question: string }>);

/** What a way of attending is in the European list of modes and in the national lists; undefined where no code is known. */
export type Attendance = Readonly<{
  mode: ModeCode;
  statistics: Readonly<{ SE: StatisticsCode | Open; FI: StatisticsCode | Open }>;
}>;
/** No code was found. */
export type Open = Readonly<{ question: string }>;

const ladok = (code: string, question: string): StatisticsCode => ({
  register: 'Ladok undervisningsform',
  code,
  source: 'to-be-confirmed',
  question,
});

const asked = 'Read in open code that uses the list, not in the list itself; does Virta take this code for a run?';
const koodisto = (list: string, value: number): StatisticsCode => ({
  register: `Opintopolku ${list}`,
  code: `${list}_${value}`,
  source: {
    title: `Opetushallitus, koodisto ${list}`,
    url: `https://virkailija.opintopolku.fi/koodisto-service/rest/codeelement/codes/${list}/1`,
  },
  question: asked,
});

/** One row for each way of attending a run, with what it is called elsewhere. docs/statistics-codes.md is made of it. */
export const attendances: Readonly<Record<AttendanceCode, Attendance>> = {
  onsite: {
    mode: 'onsite',
    statistics: {
      SE: ladok('NML', 'Is NML (normal) the code that Ladok reports to SCB for teaching on site?'),
      FI: koodisto('opetuspaikkakk', 1),
    },
  },
  online: {
    mode: 'online',
    statistics: {
      SE: ladok('DST', 'Is DST (distans) the code for a run without any meeting, too?'),
      FI: koodisto('opetusmuotokk', 4),
    },
  },
  'fixed-mix': {
    mode: 'blended',
    statistics: {
      SE: { question: 'How much has to be at a distance for a run with meetings to be reported as distans?' },
      FI: koodisto('opetusmuotokk', 3),
    },
  },
  'participant-chooses': {
    mode: 'blended',
    statistics: {
      SE: {
        question: 'Is a run in which each person chooses each time reported as normal, as distans or as two runs?',
      },
      FI: { question: 'Which code does a run have in which each person chooses each time?' },
    },
  },
};

/** The modes that say where one takes part; the others (at work, in a laboratory) go with every way of attending. */
const places: readonly ModeCode[] = ['onsite', 'online', 'blended'];

/** The ways in which a version that is given in these modes can be attended. */
export function attendancesOf(modes: readonly ModeCode[]): readonly AttendanceCode[] {
  const all = Object.keys(attendances) as AttendanceCode[];
  if (!modes.some((mode) => places.includes(mode))) return all;
  return all.filter((attendance) => modes.includes(attendances[attendance].mode));
}
