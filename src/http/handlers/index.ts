import type { Handlers } from '../operation.ts';
import * as awards from './award/awards.ts';
import * as awardRuns from './award/award-runs.ts';
import * as catalogue from './catalogue/catalogue.ts';
import * as registrations from './enrolment/registrations.ts';
import * as results from './enrolment/results.ts';
import * as descriptions from './catalogue/descriptions.ts';
import * as drafts from './catalogue/drafts.ts';
import * as joint from './catalogue/joint.ts';
import * as health from './health.ts';
import * as institutions from './institution/institutions.ts';
import * as learners from './enrolment/learners.ts';
import * as hosting from './catalogue/hosting.ts';
import * as offerings from './catalogue/offerings.ts';
import * as verification from './verification.ts';

export const handlers: Handlers = {
  ...awardRuns,
  ...institutions,
  ...drafts,
  ...catalogue,
  ...descriptions,
  ...joint,
  ...offerings,
  ...hosting,
  ...learners,
  ...registrations,
  ...results,
  ...awards,
  ...verification,
  ...health,
};
