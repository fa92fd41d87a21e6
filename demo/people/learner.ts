import type { LearnerInput } from '../../src/domain/enrolment/learner.ts';
import type { RegistrationInput } from '../../src/domain/enrolment/registration.ts';
import type { ResultInput } from '../../src/domain/enrolment/result.ts';
import type { DemoInstitutionSlug } from '../institutions.ts';

type Found = Pick<ResultInput, 'grade' | 'date' | 'examination' | 'decidedIn'>;
/** `failed`: what was found before, in its order. */
type Completed = Readonly<{ completion: Found; failed?: readonly Found[] }>;
type AwardView = Completed & Readonly<{ awardedOn: string; certificatePage: boolean }>;

/**
 * How far the demo takes a registration. The examiner of the institution's staff stands behind every result that no
 * register decided.
 */
export type DemoProgress =
  | Readonly<{ target: 'registered'; certificatePage: false }>
  | (Completed & Readonly<{ target: 'completed'; certificatePage: false }>)
  /** `showcase` is the one award that the demo's front page leads to. */
  | (AwardView & Readonly<{ target: 'awarded'; showcase?: true }>)
  | (AwardView & Readonly<{ target: 'revoked'; revocation: Readonly<{ ground: string; date: string }> }>);

export type DemoRegistration = Readonly<{ offering: string }> &
  Omit<RegistrationInput, 'learner' | 'learnerId'> &
  DemoProgress;

export type DemoLearner = Readonly<{
  key: string;
  institution: DemoInstitutionSlug;
  learner: LearnerInput;
  /** Protected personal data: only the role `confidential` sees this person, under this name. Protect before registering a result. */
  protection?: Readonly<{ alias: string }>;
  registrations: readonly DemoRegistration[];
}>;
