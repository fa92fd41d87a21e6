import type {
  AssessmentCode,
  ExaminationPlaceCode,
  IdentityCheckCode,
  IdentityCheckerCode,
  SupervisionCode,
} from '../../generated/vocab.ts';
import type { Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';

export type IdentityCheck = Readonly<{
  how: IdentityCheckCode;
  checkedBy: IdentityCheckerCode;
  /** What that body is called. It stays on record here and is in no certificate. */
  name?: string;
}>;

/** How one person was examined, whatever the description of the course says of all of them. */
export type Examination = Readonly<{
  place: ExaminationPlaceCode;
  supervision: SupervisionCode;
  form: AssessmentCode;
  identity?: IdentityCheck;
}>;

const at = (member: string) => `#/examination/${member}`;

/** Where one of these checks who somebody is, that is where they are examined. */
const placeOf: Readonly<Partial<Record<IdentityCheckerCode, ExaminationPlaceCode>>> = {
  'learning-centre': 'learning-centre',
  employer: 'at-work',
};
/** Ways to be recognised that need nobody who looks at the person. */
const withoutWitness: readonly IdentityCheckCode[] = ['e-identification', 'institution-account'];

/** What in it contradicts something else in it. */
export function examinationFaults({ place, supervision, identity }: Examination): Violation[] {
  const isChecked = supervision.endsWith('-with-id');
  if (!identity)
    return isChecked
      ? [{ pointer: at('identity'), detail: `By ${supervision} the identity was checked: say how and by whom.` }]
      : [];
  const faults: Violation[] = [];
  if (!isChecked)
    faults.push({
      pointer: at('identity'),
      detail: `By ${supervision} the identity was not checked: leave it out, or mend supervision.`,
    });
  return [...faults, ...identityFaults(identity, place, supervision)];
}

function identityFaults(
  { how, checkedBy, name }: IdentityCheck,
  place: ExaminationPlaceCode,
  supervision: SupervisionCode,
): Violation[] {
  const faults: Violation[] = [];
  const isWatched = supervision.startsWith('supervised');
  if (!isWatched && !withoutWitness.includes(how))
    faults.push({
      pointer: at('identity/how'),
      detail: `Nobody was there to see the person: without supervision it is one of ${withoutWitness.join(', ')}.`,
    });
  if (how === 'known-to-examiner' && checkedBy !== 'institution')
    faults.push({
      pointer: at('identity/checkedBy'),
      detail: 'The examiner is the institution’s: who knows the person is the institution.',
    });
  if (!isWatched && checkedBy === 'proctoring-service')
    faults.push({
      pointer: at('identity/checkedBy'),
      detail: 'A proctoring service supervises, and the examination is said to be unsupervised.',
    });
  const itsPlace = placeOf[checkedBy];
  if (itsPlace !== undefined && itsPlace !== place)
    faults.push({
      pointer: at('identity/checkedBy'),
      detail: `Where the ${checkedBy} checks the identity the place is ${itsPlace}.`,
    });
  const detail = name === undefined ? undefined : textFault(name);
  return detail === undefined ? faults : [...faults, { pointer: at('identity/name'), detail }];
}

/** As it is kept. */
export function cleanExamination({ identity, ...examination }: Examination): Examination {
  if (!identity) return examination;
  const { name, ...check } = identity;
  return { ...examination, identity: { ...check, ...(name !== undefined && { name: cleanText(name) }) } };
}

/** Whether two say the same; absent is not the same as anything that is said. */
export function sameExamination(one: Examination | undefined, other: Examination | undefined): boolean {
  const saidIn = (of: Examination | undefined) =>
    of && [of.place, of.supervision, of.form, of.identity?.how, of.identity?.checkedBy, of.identity?.name];
  const [theirs, ours] = [saidIn(one), saidIn(other)];
  return theirs === undefined || ours === undefined
    ? theirs === ours
    : theirs.every((value, index) => value === ours[index]);
}
