import type { Migration } from 'kysely/migration';
import { institution } from './0001-institution.ts';
import { staff } from './0002-staff.ts';
import { decisionAudit } from './0003-decision-audit.ts';
import { catalogue } from './0004-catalogue.ts';
import { learner } from './0005-learner.ts';
import { registrationResult } from './0006-registration-result.ts';
import { signingStatus } from './0007-signing-status.ts';
import { awardDocument } from './0008-award-document.ts';
import { idempotencySetting } from './0009-idempotency-setting.ts';

/** In code rather than a folder that is read, so that they are part of the built service. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-institution': institution,
  '0002-staff': staff,
  '0003-decision-audit': decisionAudit,
  '0004-catalogue': catalogue,
  '0005-learner': learner,
  '0006-registration-result': registrationResult,
  '0007-signing-status': signingStatus,
  '0008-award-document': awardDocument,
  '0009-idempotency-setting': idempotencySetting,
};
