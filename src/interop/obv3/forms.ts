import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import type { AssessmentCode } from '../../generated/vocab.ts';
import { literal, orNone } from '../import/values.ts';
import type { Source } from './source.ts';
import {
  assessmentNames,
  assessmentWords,
  meaningsIn,
  participationWords,
  type Supervision,
  supervisionWords,
} from './words.ts';

export function assessmentTypesOf({ document, achievement }: Source): readonly AssessmentCode[] | undefined {
  const found = meaningsIn(document, achievement, 'assessmentType', assessmentWords, assessmentNames);
  return orNone([...new Set(found.flatMap(({ meaning }) => meaning))]);
}

export function participationOf({ document, achievement }: Source): MicrocredentialContent['participation'] {
  const found = meaningsIn(document, achievement, 'participationType', participationWords, ({ modes, activities }) =>
    [...modes, ...activities].join(', '),
  );
  if (found.length === 0) return undefined;
  const activities = orNone([...new Set(found.flatMap(({ meaning }) => meaning.activities))]);
  return { modes: [...new Set(found.flatMap(({ meaning }) => meaning.modes))], ...present({ activities }) };
}

/** How the assessment is watched, and whether identities are checked: two members that must agree. */
export function supervisionOf(source: Source): MicrocredentialContent['supervision'] {
  const { document, achievement } = source;
  const [first, ...others] = meaningsIn(document, achievement, 'supervisionType', supervisionWords, said);
  for (const { pointer } of others) document.notes.add(pointer, 'Only one form of supervision has a place here.');
  const checked = identityCheckedIn(source);
  if (!first) {
    if (checked) document.notes.add(checked.pointer, `${checked.said} was left out: who watches is not said.`);
    return undefined;
  }
  const { supervised, identified = checked?.isChecked, place } = first.meaning;
  if (identified === undefined) {
    document.notes.add(first.pointer, 'Whether identities are checked is not said. Choose the form of supervision.');
    return place && { place };
  }
  if (checked && checked.isChecked !== identified) {
    document.notes.add(
      checked.pointer,
      `${checked.said} contradicts the form of supervision, so it was left out. Choose it.`,
    );
    return place && { place };
  }
  if (checked) document.notes.add(checked.pointer, `${checked.said} stands in the form of supervision.`);
  const type = `${supervised ? 'supervised' : 'unsupervised'}-${identified ? 'with' : 'without'}-id` as const;
  return { type, ...present({ place }) };
}

const said = ({ supervised, identified, place }: Supervision): string =>
  [
    supervised ? 'supervised' : 'unsupervised',
    place,
    identified === undefined ? undefined : `${identified ? 'with' : 'without'} ID verification`,
  ]
    .filter((word) => word !== undefined)
    .join(' ');

type Checked = Readonly<{ isChecked: boolean; said: string; pointer: string }>;

function identityCheckedIn({ document, achievement }: Source): Checked | undefined {
  const [value, ...others] = document.values(achievement, 'identityChecked');
  for (const { pointer } of others) document.notes.add(pointer, 'This is said more than once; the first was taken.');
  if (!value) return undefined;
  const word = literal(value)?.toLowerCase();
  if (word === 'true') return { isChecked: true, said: 'That identities are checked', pointer: value.pointer };
  if (word === 'false') return { isChecked: false, said: 'That identities are not checked', pointer: value.pointer };
  document.notes.add(value.pointer, '“identityChecked” is neither true nor false and was left out.');
  return undefined;
}
