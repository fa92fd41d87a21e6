import { isObject } from '../../domain/shared/json.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { hasMember, idRule, type Rule, typedRules } from './model.ts';
import { asList, isUrl, typesOf } from './values.ts';

/** VCDM 2.0 §4.13. */
const typeRule: Rule = (document) => {
  const types = asList(document['type']);
  return types.every((type) => typeof type === 'string') && types.includes('VerifiablePresentation')
    ? undefined
    : '/type names VerifiablePresentation, and nothing but text.';
};

/** An envelope that says to be a presentation would be read as an empty one. */
const noEnvelopeRule: Rule = (document) =>
  typeof document['id'] === 'string' && /^data:/i.test(document['id'])
    ? '/id is a data: URL, which only EnvelopedVerifiablePresentation has.'
    : undefined;

const holderRule: Rule = (document) => {
  if (!hasMember(document, 'holder')) return undefined;
  const holder = document['holder'];
  return isUrl(isObject(holder) ? holder['id'] : holder)
    ? undefined
    : '/holder is one absolute address, or an object with such an id.';
};

const memberTypes = ['VerifiableCredential', 'EnvelopedVerifiableCredential'];
const isMember = (entry: unknown): boolean =>
  isObject(entry) && typesOf(entry).some((type) => memberTypes.includes(type));

/** VCDM 2.0 §4.13: objects, never their text or their address. Version 1.1 has JWTs as text. */
const credentialsRule =
  (takesText: boolean): Rule =>
  (document) =>
    asList(document['verifiableCredential']).every(
      (entry) => isMember(entry) || (takesText && typeof entry === 'string'),
    )
      ? undefined
      : '/verifiableCredential is one or more credentials, each an object of such a type.';

/** What the data model refuses in a presentation. Its credentials are looked at one by one. */
export const presentationFault = (document: JsonObject, version: 1 | 2 | undefined): string | undefined =>
  [typeRule, idRule, noEnvelopeRule, holderRule, credentialsRule(version === 1), ...typedRules]
    .map((rule) => rule(document))
    .find((fault) => fault !== undefined);
