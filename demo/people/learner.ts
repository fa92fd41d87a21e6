import type { LearnerInput } from '../../src/domain/enrolment/learner.ts';
import type { RegistrationInput } from '../../src/domain/enrolment/registration.ts';
import type { DemoInstitutionSlug } from '../institutions.ts';

type Completed = Readonly<{ completion: Readonly<{ grade: string; date: string }> }>;
type AwardView = Completed & Readonly<{ awardedOn: string; certificatePage: boolean }>;

/** How far the demo takes a registration. The examiner of the institution's staff stands behind every result. */
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
