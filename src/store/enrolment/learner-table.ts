import type { Learner, LearnerIdentifier } from '../../domain/enrolment/learner.ts';
import { columnsOf } from '../connection/columns.ts';

export type LearnerTable = {
  institution_id: string;
  id: string;
  name_as_awarded: string;
  given_name: string | null;
  family_name: string | null;
  birth_date: string | null;
  email: string | null;
  protected: boolean;
  alias: string | null;
  /** What a person is found by; written with the names, never read. */
  name_words: string;
  other_name_words: string | null;
  created_at: Date;
};

export const learnerMap = columnsOf<LearnerTable, Omit<Learner, 'identifiers'>>()('learner', {
  institutionId: 'institution_id',
  id: 'id',
  nameAsAwarded: 'name_as_awarded',
  givenName: 'given_name',
  familyName: 'family_name',
  birthDate: 'birth_date',
  email: 'email',
  protected: 'protected',
  alias: 'alias',
  createdAt: 'created_at',
});

export type LearnerIdentifierTable = {
  institution_id: string;
  learner_id: string;
  position: number;
  kind: LearnerIdentifier['kind'];
  value: string;
  valid_from: string | null;
  valid_to: string | null;
};

export const identifierMap = columnsOf<LearnerIdentifierTable, LearnerIdentifier>()('learner_identifier', {
  kind: 'kind',
  value: 'value',
  from: 'valid_from',
  to: 'valid_to',
});
