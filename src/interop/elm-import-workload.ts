import type { Workload } from '../domain/microcredential.ts';
import { quoted } from './import/notes.ts';
import type { Part, Value } from './import/parts.ts';
import type { Source } from './elm-import-source.ts';
import { literal, namedConcept } from './import/values.ts';

type Found<T> = Readonly<{ amount: T; pointer: string }>;

const ects = 'http://data.europa.eu/snb/education-credit/6fcec5c5af';
const mostHours = 2000;

/** Hours and credits; credits cannot stand without hours. */
export function workloadOf(source: Source): Workload | undefined {
  const hours = hoursOf(source);
  const credits = creditsOf(source);
  if (hours !== undefined) return { hours, ...(credits && { ects: credits.amount }) };
  if (credits) {
    source.document.notes.add(
      credits.pointer,
      `${credits.amount} ECTS credits are stated without hours, and a workload begins with its hours; it was left out. A credit is 25 to 30 hours as a rule.`,
    );
  }
  return undefined;
}

/** The specification says it best; an activity's own specification comes next, and what a person did last. */
function hoursOf({ document, specifications, activities }: Source): number | undefined {
  const volumes = [
    ...[...specifications, ...activities].flatMap((part) => document.values(part, 'volumeOfLearning')),
    ...activities.flatMap((part) => document.values(part, 'workload')),
  ];
  const found = volumes.flatMap((value): Found<number>[] => {
    const read = readHours(literal(value) ?? '');
    if (typeof read === 'number') return [{ amount: read, pointer: value.pointer }];
    document.notes.add(value.pointer, read);
    return [];
  });
  for (const { amount, pointer } of found.slice(1)) {
    if (amount === found[0]?.amount) continue;
    document.notes.add(pointer, `Another workload stands here (${amount} hours); it was left out.`);
  }
  return found[0]?.amount;
}

const duration =
  /^P(?<calendar>(?:\d+(?:\.\d+)?[YMWD])*)(?:T(?:(?<h>\d+(?:\.\d+)?)H)?(?:(?<m>\d+(?:\.\d+)?)M)?(?:(?<s>\d+(?:\.\d+)?)S)?)?$/;

/** The hours of an ISO 8601 duration, or why there are none. */
function readHours(text: string): number | string {
  const parts = duration.exec(text)?.groups;
  if (!parts) return `${quoted(text)} is not a duration (ISO 8601, such as PT60H) and was left out.`;
  if (parts['calendar'] !== '') {
    return `${quoted(text)} is time in the calendar (years, months, weeks or days), not hours of work; it was left out.`;
  }
  const [h, m, s] = ['h', 'm', 's'].map((name) => Number(parts[name] ?? 0)) as [number, number, number];
  const hours = Math.round((h + m / 60 + s / 3600) * 100) / 100;
  if (hours > 0 && hours <= mostHours) return hours;
  return `${quoted(text)} is not a workload that a micro-credential can have (up to ${mostHours} hours); it was left out.`;
}

function creditsOf({ document, specifications }: Source): Found<number> | undefined {
  const points = document.nodes(specifications, 'creditPoint');
  const found = points.flatMap((point): Found<number>[] => {
    const { pointer } = point;
    const [value] = document.peek(point, 'point');
    const [framework] = document.peek(point, 'framework').flatMap((each) => document.partOf(each) ?? []);
    if (framework?.id?.replace(/^https:/, 'http:') !== ects) {
      document.notes.add(pointer, `Only ECTS credits have a place here; these were left out${named(framework)}.`);
      return [];
    }
    const amount = value === undefined ? undefined : readCredits(value);
    if (amount !== undefined) return [{ amount, pointer }];
    document.notes.add(pointer, 'These credits are no number from 0.4 to below 60 and were left out.');
    return [];
  });
  for (const { pointer } of found.slice(1)) {
    document.notes.add(pointer, 'Credits are stated more than once; the first were taken, and these left out.');
  }
  return found[0];

  function named(framework: Part | undefined): string {
    return framework ? `: ${namedConcept(document, framework)}` : '';
  }
}

function readCredits(value: Value): number | undefined {
  const text = literal(value)?.replace(',', '.') ?? '';
  const amount = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
  return amount !== undefined && amount >= 0.4 && amount < 60 ? amount : undefined;
}
