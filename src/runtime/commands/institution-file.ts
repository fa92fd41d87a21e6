import type { InstitutionChange } from '../../domain/institution/change.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { type LanguageMap, locales } from '../../domain/shared/language.ts';
import { country, language } from '../../generated/vocab.ts';
import type { InstitutionInput } from '../../services/institution/institutions.ts';

/** Undefined where the value will do, else what it must be. */
type Check = (value: unknown) => string | undefined;
type Shape = Readonly<Record<string, Readonly<{ check: Check; optional?: true }>>>;

/** Part of a permanent address, as the contract has it. */
export const slugPattern = /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text =
  (pattern: RegExp, what: string): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : what;
const oneOf =
  (values: readonly string[], what = `one of ${values.join(', ')}`): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : what;
const yesOrNo: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const languages: readonly string[] = language.map(({ code }) => code);

/** Texts by language, at least one. */
const words: Check = (value) => {
  const entries = isObject(value) ? Object.entries(value) : [];
  const areTexts = entries.every(([tag, said]) => languages.includes(tag) && typeof said === 'string' && said.trim());
  return entries.length > 0 && areTexts ? undefined : 'texts by language, such as { "sv": "…", "en": "…" }';
};

const unit: Shape = {
  code: { check: text(/^\S(.{0,38}\S)?$/, 'a short text') },
  name: { check: words },
};

const institution: Shape = {
  slug: {
    check: text(slugPattern, 'lower-case letters, digits and hyphens; it never changes'),
  },
  name: { check: words },
  country: { check: oneOf(country.map(({ code }) => code), 'a country code, such as SE or FI') }, // prettier-ignore
  kind: { check: oneOf(['public-authority', 'foundation']) },
  publicRecordsDuty: { check: yesOrNo },
  archiveDuty: { check: yesOrNo },
  defaultLocale: { check: oneOf(locales) },
  review: { check: oneOf(['required', 'waived']) },
  homepage: { check: text(/^https?:\/\/[^\s/]+\S*$/, 'a web address'), optional: true },
  accent: { check: text(/^#[0-9a-f]{6}$/i, 'a colour like #1d4e73'), optional: true },
  units: { check: (value) => (Array.isArray(value) ? undefined : 'a list of units'), optional: true },
};

function faultsOf(value: unknown, shape: Shape, pointer: string): Violation[] {
  if (!isObject(value)) return [{ pointer, detail: 'Must be an object.' }];
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(shape, name))
    .map((name) => ({ pointer: `${pointer}/${name}`, detail: 'There is no such member here.' }));
  const wrong = Object.entries(shape).flatMap(([name, { check, optional }]) => {
    if (value[name] === undefined)
      return optional ? [] : [{ pointer: `${pointer}/${name}`, detail: 'This member is missing.' }];
    const must = check(value[name]);
    return must === undefined ? [] : [{ pointer: `${pointer}/${name}`, detail: `Must be ${must}.` }];
  });
  return [...unknown, ...wrong];
}

/** What the operator wrote about an institution. Its slug stands in permanent addresses, so a slip here cannot be mended. */
export function readInstitution(value: unknown): InstitutionInput {
  const units: readonly unknown[] = isObject(value) && Array.isArray(value['units']) ? value['units'] : [];
  const violations = [
    ...faultsOf(value, institution, '#'),
    ...units.flatMap((each, index) => faultsOf(each, unit, `#/units/${index}`)),
  ];
  if (violations.length === 0) return value as InstitutionInput;
  throw new DomainError('content-invalid', 'This is no description of an institution.', { violations });
}

const orNull =
  (check: Check): Check =>
  (value) => {
    const must = value === null ? undefined : check(value);
    return must === undefined ? undefined : `${must}, or null to take it away`;
  };

/** The members of an institution that can be said anew: all but the units, and each of them may be left out. */
const change: Shape = Object.fromEntries(
  Object.entries(institution)
    .filter(([name]) => name !== 'units')
    .map(([name, { check, optional }]) => [name, { check: optional ? orNull(check) : check, optional: true }]),
);

/** What of an institution is to be otherwise; members that are left out stay as they are. */
export function readChange(value: unknown): InstitutionChange {
  const violations = faultsOf(value, change, '#').map((fault) =>
    fault.pointer === '#/units'
      ? { ...fault, detail: 'Units are changed by the commands unit add and unit rename.' }
      : fault,
  );
  if (violations.length === 0 && Object.keys(value as object).length === 0)
    violations.push({ pointer: '#', detail: 'Must say something.' });
  if (violations.length === 0) return value as InstitutionChange;
  throw new DomainError('content-invalid', 'This is no change of an institution.', { violations });
}

/** The name of a unit: `sv=Tekniska institutionen`, one for each language. */
export function readUnit(code: string, texts: readonly string[]): Readonly<{ code: string; name: LanguageMap }> {
  const name = Object.fromEntries(
    texts.map((each) => [each.split('=')[0] ?? '', each.split('=').slice(1).join('=').trim()]),
  );
  const violations = faultsOf({ code, name }, unit, '#');
  if (violations.length === 0) return { code, name };
  throw new DomainError('malformed-request', 'This is no unit.', { violations });
}
