import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { quoted } from '../import/notes.ts';
import { literal } from '../import/values.ts';
import { type Amount, boundedHours, readCredits, workloadFrom } from '../import/workload.ts';
import type { Source } from './source.ts';

/** Study load in hours (`SBU`, studiebelastingsuren) and `ECTS`; `creditsAvailable` has no unit and is neither. */
export function workloadOf(source: Source): MicrocredentialContent['workload'] {
  const { document, achievement } = source;
  for (const value of document.values(achievement, 'creditsAvailable')) {
    const credits = quoted(literal(value) ?? '');
    document.notes.add(
      value.pointer,
      `${credits} credits are stated without their unit, so they were left out. Name ECTS credits where they are meant.`,
    );
  }
  const hours = amountIn(source, 'SBU', readHours);
  const credits = amountIn(source, 'ECTS', (text) => {
    return readCredits(text) ?? `${quoted(text)} is no number of ECTS credits from 0.4 to below 60; it was left out.`;
  });
  return workloadFrom(document, hours?.amount, credits);
}

function readHours(text: string): number | string {
  const number = text.replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(number)) return `${quoted(text)} is no number of hours; it was left out.`;
  return boundedHours(Number(number), text);
}

/** The number in a member; `read` gives a reason where it is none. */
function amountIn(
  { document, achievement }: Source,
  member: string,
  read: (text: string) => number | string,
): Amount | undefined {
  const found = document.values(achievement, member).flatMap((value): readonly Amount[] => {
    const amount = read(literal(value) ?? '');
    if (typeof amount === 'number') return [{ amount, pointer: value.pointer }];
    document.notes.add(value.pointer, amount);
    return [];
  });
  for (const { pointer } of found.slice(1)) {
    document.notes.add(pointer, `“${member}” is stated more than once; the first was taken.`);
  }
  return found[0];
}
