import type { LanguageCode } from '../shared/language.ts';
import type { LegalFormCode } from '../legal-form/index.ts';
import type { Violation } from '../shared/errors.ts';
import { isIdentifiable, type Learner } from '../enrolment/learner.ts';
import type { Completion } from '../enrolment/result.ts';
import type { StatusEntry } from './status-list.ts';
import type { CompleteContent } from '../catalogue/microcredential.ts';

export type AwardState = 'prepared' | 'issued' | 'revoked';

/** The institution's decision to certify a completion. */
export type Award = Readonly<{
  id: string;
  institutionId: string;
  /** Who gave the run and has the person on record, and whose course it is: the same as who awards, or one of the two. */
  hostId: string;
  ownerId: string;
  completionId: string;
  learnerId: string;
  microcredentialId: string;
  version: number;
  versionDigest: string;
  /** Of the registration: it decides the noun, the credits and the grounds of what comes after. */
  legalForm: LegalFormCode;
  /** Of the published achievement that its certificates carry. */
  language: LanguageCode;
  nameAsAwarded: string;
  grade: string;
  completedOn: string;
  awardedOn: string;
  decisionId: string;
  /** Its bit, whatever form it is issued in and however often. */
  status: StatusEntry;
  state: AwardState;
  revokedAt?: Date;
  createdAt: Date;
}>;

type Facts = Readonly<{
  learner: Pick<Learner, 'nameAsAwarded' | 'birthDate' | 'email' | 'identifiers'>;
  completion: Pick<Completion, 'grade' | 'date' | 'examinerId' | 'decidedIn'>;
  content: Pick<CompleteContent, 'gradingScheme'>;
  awardedOn: string;
  today: string;
  /** Another institution registered the person, and it alone can add to what is known of them. */
  isHosted?: boolean;
}>;

/**
 * The issue gate: what must be known before an award is signed (Annex I, the three elements of the award:
 * learner, date, grade). Empty when nothing stands in the way.
 */
export function issueGate({ learner, completion, content, awardedOn, today, isHosted = false }: Facts): Violation[] {
  const faults: Violation[] = [];
  if (learner.nameAsAwarded.trim() === '') {
    faults.push({
      pointer: '#/learner/nameAsAwarded',
      detail: 'The learner has no name. Write it as the person writes it.',
    });
  }
  if (!isIdentifiable(learner)) {
    faults.push({
      pointer: '#/learner',
      detail: `A name alone does not tell one person from another. ${
        isHosted ? 'Ask the institution that gave the course to add' : 'Add'
      } a date of birth, an e-mail address or an identifier.`,
    });
  }
  if (!completion.examinerId && !completion.decidedIn)
    faults.push({
      pointer: '#/completion/examinerId',
      detail: 'No examiner stands behind the result, and no register.',
    });
  const grade = content.gradingScheme.grades.find(({ value }) => value === completion.grade);
  if (!grade?.passes)
    faults.push({
      pointer: '#/completion/grade',
      detail: `The grade ${completion.grade} is no passing grade of the scheme.`,
    });
  if (awardedOn > today)
    faults.push({ pointer: '#/decision/date', detail: `An award cannot be dated after today, ${today}.` });
  if (awardedOn < completion.date)
    faults.push({ pointer: '#/decision/date', detail: `The award is dated before the result, ${completion.date}.` });
  return faults;
}
