import type { Registration } from '../../domain/enrolment/registration.ts';
import { columnsOf, group } from '../connection/columns.ts';

export type RegistrationTable = {
  institution_id: string;
  id: string;
  offering_id: string;
  learner_id: string;
  form: Registration['form'];
  category: Registration['category'];
  client_name: string | null;
  client_number: string | null;
  source: string | null;
  external_id: string | null;
  created_at: Date;
};

export const registrationMap = columnsOf<RegistrationTable, Registration>()('registration', {
  institutionId: 'institution_id',
  id: 'id',
  offeringId: 'offering_id',
  learnerId: 'learner_id',
  form: 'form',
  category: 'category',
  client: group({ name: 'client_name', organisationNumber: 'client_number' }),
  source: 'source',
  externalId: 'external_id',
  createdAt: 'created_at',
});
