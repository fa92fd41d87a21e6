import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import type { ImportDocument } from './document.ts';
import { quoted } from './notes.ts';

/** A number with the place where it stands. */
export type Amount = Readonly<{ amount: number; pointer: string }>;

const mostHours = 2000;

/** Hours and ECTS credits, as far as they are stated. */
export function workloadFrom(
  document: ImportDocument,
  hours: number | undefined,
  credits: Amount | undefined,
): MicrocredentialContent['workload'] {
  if (hours === undefined && credits) {
    document.notes.add(
      credits.pointer,
      `${credits.amount} ECTS credits are stated without hours. Name the hours; a credit is 25 to 30 of them as a rule.`,
    );
  }
  return hours === undefined && !credits ? undefined : present({ hours, ects: credits?.amount });
}

const duration =
  /^P(?<calendar>(?:\d+(?:\.\d+)?[YMWD])*)(?:T(?:(?<h>\d+(?:\.\d+)?)H)?(?:(?<m>\d+(?:\.\d+)?)M)?(?:(?<s>\d+(?:\.\d+)?)S)?)?$/;

/** The hours of an ISO 8601 duration, or why there are none. */
export function readDuration(text: string): number | string {
  const parts = duration.exec(text)?.groups;
  if (!parts) return `${quoted(text)} is not a duration (ISO 8601, such as PT60H) and was left out.`;
  if (parts['calendar'] !== '') {
    return `${quoted(text)} is time in the calendar (years, months, weeks or days), not hours of work; it was left out.`;
  }
  const [h, m, s] = ['h', 'm', 's'].map((name) => Number(parts[name] ?? 0)) as [number, number, number];
  return boundedHours(Math.round((h + m / 60 + s / 3600) * 100) / 100, text);
}

/** Hours that a schema lets a draft keep, or why there are none. */
export function boundedHours(hours: number, text: string): number | string {
  if (hours > 0 && hours <= mostHours) return hours;
  return `${quoted(text)} is not a workload that a micro-credential can have (up to ${mostHours} hours); it was left out.`;
}

/** ECTS credits that a micro-credential can have. */
export function readCredits(text: string): number | undefined {
  const number = text.replace(',', '.');
  const amount = /^\d{1,3}(\.\d{1,3})?$/.test(number) ? Number(number) : undefined;
  return amount !== undefined && amount >= 0.4 && amount < 60 ? amount : undefined;
}
