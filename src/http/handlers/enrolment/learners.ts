import type { Handler } from '../../operation.ts';
import { toLearner } from '../../representations/enrolment.ts';
import { pageRequest, toPage } from '../paging.ts';

export const listLearners: Handler<'listLearners'> = async ({ actor, path, query }, { registrations }) => ({
  status: 200,
  body: toPage(await registrations.learners(actor, path.institution, pageRequest(query), query.q), toLearner),
});

export const readLearner: Handler<'readLearner'> = async ({ actor, path }, { registrations }) => ({
  status: 200,
  body: toLearner(await registrations.learner(actor, path.institution, path.learner)),
});

export const protectLearner: Handler<'protectLearner'> = async ({ actor, path, body }, { registrations }) => ({
  status: 200,
  body: toLearner(await registrations.protect(actor, path.institution, path.learner, body.protected, body.alias)),
});

export const updateLearner: Handler<'updateLearner'> = async ({ actor, path, body }, { registrations }) => ({
  status: 200,
  body: toLearner(await registrations.updateLearner(actor, path.institution, path.learner, body)),
});
