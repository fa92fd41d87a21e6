import { type InstitutionChange, removableMembers } from '../../domain/institution/change.ts';
import { DomainError, type ErrorCode, type Violation } from '../../domain/shared/errors.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import * as validators from '../../generated/validators.js';
import { toViolations } from '../../http/input/contract-fault.ts';
import type { InstitutionInput } from '../../services/institution/institutions.ts';

/** What in a value is not as the schema in schemas/files has it. */
const faultsOf = (validate: validators.Validator, value: unknown): readonly Violation[] =>
  validate(value) ? [] : toViolations(validate.errors ?? [], 'en');

function demandNone(violations: readonly Violation[], code: ErrorCode, detail: string): void {
  if (violations.length > 0) throw new DomainError(code, detail, { violations });
}

/** What the operator wrote about an institution. Its slug stands in permanent addresses, so a slip here cannot be mended. */
export function readInstitution(value: unknown): InstitutionInput {
  const faults = faultsOf(validators.institutionFile, value);
  demandNone(faults, 'content-invalid', 'This is no description of an institution.');
  return value as InstitutionInput;
}

const removable: readonly string[] = removableMembers.map((name) => `#/${name}`);

/** What else there is to do about a fault in a change than what its schema says. */
function ofChange({ pointer, detail }: Violation): Violation {
  if (pointer === '#/units') return { pointer, detail: 'Units are changed by the commands unit add and unit rename.' };
  return { pointer, detail: removable.includes(pointer) ? `${detail} Or null, which takes it away.` : detail };
}

/** What of an institution is to be otherwise; members that are left out stay as they are. */
export function readChange(value: unknown): InstitutionChange {
  const faults = faultsOf(validators.institutionChange, value).map(ofChange);
  demandNone(faults, 'content-invalid', 'This is no change of an institution.');
  return value as InstitutionChange;
}

/** A name in several languages: `sv=Tekniska institutionen`, one for each. */
const readNames = (texts: readonly string[]): LanguageMap =>
  Object.fromEntries(texts.map((each) => [each.split('=')[0] ?? '', each.split('=').slice(1).join('=').trim()]));

export function readTheme(code: string, texts: readonly string[]): Readonly<{ code: string; label: LanguageMap }> {
  const label = readNames(texts);
  demandNone(faultsOf(validators.themeFile, { code, label }), 'malformed-request', 'This is no theme.');
  return { code, label };
}

export function readUnit(code: string, texts: readonly string[]): Readonly<{ code: string; name: LanguageMap }> {
  const name = readNames(texts);
  demandNone(faultsOf(validators.unit, { code, name }), 'malformed-request', 'This is no unit.');
  return { code, name };
}
