import type { Handlers } from '../operation.ts';
import * as awards from './awards.ts';
import * as catalogue from './catalogue.ts';
import * as completions from './completions.ts';
import * as drafts from './drafts.ts';
import * as health from './health.ts';
import * as institutions from './institutions.ts';
import * as learners from './learners.ts';
import * as offerings from './offerings.ts';
import * as verification from './verification.ts';

export const handlers: Handlers = {
  ...institutions,
  ...drafts,
  ...catalogue,
  ...offerings,
  ...learners,
  ...completions,
  ...awards,
  ...verification,
  ...health,
};
