import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import type { Part } from '../import/parts.ts';
import type { Source } from './source.ts';
import { literal, namedConcept } from '../import/values.ts';
import { type Amount, readCredits, readDuration, workloadFrom } from '../import/workload.ts';

const ects = 'http://data.europa.eu/snb/education-credit/6fcec5c5af';

export function workloadOf(source: Source): MicrocredentialContent['workload'] {
  return workloadFrom(source.document, hoursOf(source), creditsOf(source));
}

/** The specification says it best; an activity's own specification comes next, and what a person did last. */
function hoursOf({ document, specifications, activities }: Source): number | undefined {
  const volumes = [
    ...[...specifications, ...activities].flatMap((part) => document.values(part, 'volumeOfLearning')),
    ...activities.flatMap((part) => document.values(part, 'workload')),
  ];
  const found = volumes.flatMap((value): Amount[] => {
    const read = readDuration(literal(value) ?? '');
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

function creditsOf({ document, specifications }: Source): Amount | undefined {
  const points = document.nodes(specifications, 'creditPoint');
  const found = points.flatMap((point): Amount[] => {
    const { pointer } = point;
    const [value] = document.peek(point, 'point');
    const [framework] = document.peek(point, 'framework').flatMap((each) => document.partOf(each) ?? []);
    if (framework?.id?.replace(/^https:/, 'http:') !== ects) {
      document.notes.add(pointer, `Only ECTS credits have a place here; these were left out${named(framework)}.`);
      return [];
    }
    const amount = value === undefined ? undefined : readCredits(literal(value) ?? '');
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
