import { isObject } from '../../domain/shared/json.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { readDigests } from './digests.ts';
import { asList, isUrl, momentOf, typesOf } from './values.ts';

export type Rule = (document: JsonObject) => string | undefined;

export const hasMember = (document: JsonObject, name: string): boolean => Object.hasOwn(document, name);

const isLanguageText = (value: unknown): boolean =>
  typeof value === 'string' ||
  (isObject(value) &&
    typeof value['@value'] === 'string' &&
    Object.entries(value).every(
      ([name, member]) => ['@value', '@language', '@direction'].includes(name) && typeof member === 'string',
    ));

/** VCDM 2.0 §11.1: text, a language value object, or a list of these. */
const textFault = (node: JsonObject, path: string): string | undefined =>
  ['name', 'description']
    .map((name) => {
      if (!hasMember(node, name)) return undefined;
      const values = node[name];
      const fits = Array.isArray(values) ? values.length > 0 && values.every(isLanguageText) : isLanguageText(values);
      return fits ? undefined : `${path}/${name} is text, or text with its language.`;
    })
    .find((fault) => fault);

/** VCDM 2.0 §4.5: `type`; the terms themselves are checked by expansion. */
export const typeRule: Rule = (document) => {
  const types = asList(document['type']);
  if (!types.every((type) => typeof type === 'string') || !types.includes('VerifiableCredential'))
    return '/type names VerifiableCredential, and nothing but text.';
  return undefined;
};

export const idRule: Rule = (document) =>
  hasMember(document, 'id') && !isUrl(document['id']) ? '/id is one absolute address.' : undefined;

export const issuerRule: Rule = (document) => {
  const issuer = document['issuer'];
  if (!isObject(issuer))
    return isUrl(issuer) ? undefined : '/issuer is one absolute address, or an object with such an id.';
  return isUrl(issuer['id']) ? textFault(issuer, '/issuer') : '/issuer/id is one absolute address.';
};

export const subjectRule: Rule = (document) => {
  const subjects = document['credentialSubject'];
  const list = Array.isArray(subjects) ? subjects : [subjects];
  // An id alone is a subject about whom nothing is said here (VCDM 2.0 §4.8); `{}` is no subject.
  const claims = (subject: unknown) => isObject(subject) && Object.keys(subject).length > 0;
  const hasUrl = (subject: unknown) => !isObject(subject) || !hasMember(subject, 'id') || isUrl(subject['id']);
  if (list.length === 0 || !list.every(claims)) return '/credentialSubject is one or more objects, none of them empty.';
  return list.every(hasUrl) ? undefined : '/credentialSubject/id is one absolute address.';
};

const periodRule: Rule = (document) => {
  for (const name of ['validFrom', 'validUntil']) {
    if (hasMember(document, name) && !momentOf(document[name])) return `/${name} is a date with time and offset.`;
  }
  const from = momentOf(document['validFrom']);
  const until = momentOf(document['validUntil']);
  return from && until && until < from ? '/validUntil lies before /validFrom.' : undefined;
};

/** VCDM 2.0 §4.7–4.13: what each of these members must have. `id`, where hasMember, is one address. */
const typedMembers: Readonly<Record<string, Readonly<{ needsId: boolean }>>> = {
  credentialSchema: { needsId: true },
  credentialStatus: { needsId: false },
  refreshService: { needsId: false },
  termsOfUse: { needsId: false },
  evidence: { needsId: false },
  renderMethod: { needsId: false },
  confidenceMethod: { needsId: false },
};

export const typedRules: readonly Rule[] = Object.entries(typedMembers).map(
  ([name, { needsId }]): Rule =>
    (document) => {
      if (!hasMember(document, name)) return undefined;
      const entries = Array.isArray(document[name]) ? (document[name] as readonly unknown[]) : [document[name]];
      const typed =
        entries.length > 0 &&
        entries.every(
          (entry) =>
            isObject(entry) && typesOf(entry).length > 0 && typesOf(entry).length === asList(entry['type']).length,
        );
      if (!typed) return `/${name} is one or more objects, each with a type.`;
      const fits = (entry: unknown) => isObject(entry) && (hasMember(entry, 'id') ? isUrl(entry['id']) : !needsId);
      return entries.every(fits) ? undefined : `/${name}/id is one absolute address.`;
    },
);

/** VCDM 2.0 §5.3, as far as it is a matter of form. */
const relatedRule: Rule = (document) => {
  if (!hasMember(document, 'relatedResource')) return undefined;
  const value = document['relatedResource'];
  const entries = Array.isArray(value) ? value : [value];
  if (entries.length === 0 || !entries.every(isObject)) return '/relatedResource is one or more objects.';
  const ids = entries.map(({ id }) => id);
  if (!ids.every(isUrl) || new Set(ids).size !== ids.length)
    return '/relatedResource/id is an absolute address, each once.';
  for (const entry of entries) {
    if (!readDigests(entry)) return `/relatedResource: ${String(entry['id'])} has no digest that can be read.`;
  }
  return undefined;
};

const rules: readonly Rule[] = [
  typeRule,
  idRule,
  issuerRule,
  subjectRule,
  periodRule,
  (document) => textFault(document, ''),
  ...typedRules,
  relatedRule,
];

/** The rules of VC Data Model 2.0 that the libraries leave out, for issuing and verifying alike. */
export const modelFaults = (document: JsonObject): readonly string[] =>
  rules.map((rule) => rule(document)).filter((fault) => fault !== undefined);
