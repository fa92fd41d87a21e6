import type { Violation } from '../shared/errors.ts';
import type { LearnerInput } from './learner.ts';
import { legalForms } from '../catalogue/legal-form.ts';
import type { CompleteContent } from '../catalogue/microcredential.ts';

export const participantCategories = ['student', 'commissioned', 'other'] as const;
export type ParticipantCategory = (typeof participantCategories)[number];

export type ClientOrganisation = Readonly<{ name: string; organisationNumber?: string }>;

export type RegistrationInput = Readonly<{
  category: ParticipantCategory;
  client?: ClientOrganisation;
  /** The system it comes from and its id there; the pair is unique, so sending it again changes nothing. */
  source?: string;
  externalId?: string;
  learnerId?: string;
  learner?: LearnerInput;
}>;

/** This person takes part in this offering. */
export type Registration = Readonly<{
  id: string;
  institutionId: string;
  offeringId: string;
  learnerId: string;
  category: ParticipantCategory;
  client?: ClientOrganisation;
  source?: string;
  externalId?: string;
  createdAt: Date;
}>;

export function registrationFaults(input: RegistrationInput, content: CompleteContent): Violation[] {
  const form = legalForms[content.legalForm];
  const faults: Violation[] = [];
  if ((input.learnerId === undefined) === (input.learner === undefined)) {
    faults.push({ pointer: '#/learner', detail: 'Give either learner (a new person) or learnerId (a known one).' });
  }
  if (input.category === 'commissioned' && input.client === undefined) {
    faults.push({
      pointer: '#/client',
      detail: 'A participant of commissioned education takes part for a client: name it.',
    });
  }
  if (input.category === 'student' && form.learners !== 'student') {
    faults.push({
      pointer: '#/category',
      detail: `In the form “${form.label.en}” people are participants, not students.`,
    });
  }
  if (input.category !== 'commissioned' && !form.individualApplication) {
    faults.push({
      pointer: '#/category',
      detail: `In the form “${form.label.en}” everyone takes part for a client: write "commissioned".`,
    });
  }
  if ((input.source === undefined) !== (input.externalId === undefined)) {
    faults.push({ pointer: '#/externalId', detail: 'source and externalId belong together.' });
  }
  return faults;
}
