import { timestamp } from '../../../domain/shared/dates.ts';
import type { CredentialFacts } from '../../../services/ports/index.ts';
import { iriOf } from '../../document/codes.ts';

type Completion = CredentialFacts['completion'];

/** How this person was examined, in the terms that the achievement has for all of them where there are such. */
export function howExamined(examination: Completion['examination']): Record<string, unknown> {
  if (!examination) return {};
  const { place, supervision, form, identity } = examination;
  return {
    assessmentType: iriOf('assessment', form),
    supervision: iriOf('supervision', supervision),
    examinationPlace: place,
    identityCheck: identity?.how,
    identityCheckedBy: identity?.checkedBy,
  };
}

/** The register whose decision it is. Who attested it is a person's name, which a certificate has no need of. */
export function howDecided(decidedIn: Completion['decidedIn']): Record<string, unknown> {
  if (!decidedIn) return {};
  const { system, id, attestedAt } = decidedIn;
  return { decidedInRegister: system, registeredAs: id, attestedAt: timestamp(attestedAt) };
}
