import { type Place, type Story } from '../../setup/index.ts';

export const page = { limit: 100 };
export const nowhere = '00000000-0000-4000-8000-999999999999';

/** What an operation is asked about: the ids of one story, and a member of staff and a unit of where it happened. */
export type Subjects = Readonly<{
  code: string;
  offering: string;
  agreement: string;
  registration: string;
  learner: string;
  completion: string;
  award: string;
  decision: string;
  examiner: string;
  unit: string;
}>;

export const subjectsOf = (place: Place, { code, offering, registration, completion, award }: Story): Subjects => ({
  code,
  offering: offering.id,
  // With nobody here; the walk over HTTP has one with a third (test/http/access).
  agreement: nowhere,
  registration: registration.id,
  learner: registration.learnerId,
  completion: completion.id,
  award: award.id,
  decision: award.decisionId,
  examiner: place.actors.examiner.id,
  unit: place.unit,
});

/** Ids that nothing has. */
export const nothing: Subjects = {
  code: 'nothing',
  offering: nowhere,
  agreement: nowhere,
  registration: nowhere,
  learner: nowhere,
  completion: nowhere,
  award: nowhere,
  decision: nowhere,
  examiner: nowhere,
  unit: 'NOTHING',
};
