import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { locales } from '../../domain/shared/language.ts';
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
