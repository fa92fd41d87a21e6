import type { JsonObject } from '../../services/ports/index.ts';
import { idRule, issuerRule, hasMember, subjectRule, typedRules, typeRule, type Rule } from './model.ts';
import { momentOf } from './values.ts';

/** VCDM 1.1 §4.6: when it was issued, always; when it ends, where it does. */
const periodRule: Rule = (document) => {
  if (!momentOf(document['issuanceDate'])) return '/issuanceDate is a date with time.';
  if (hasMember(document, 'expirationDate') && !momentOf(document['expirationDate']))
    return '/expirationDate is a date with time.';
  return undefined;
};

const rules: readonly Rule[] = [typeRule, idRule, issuerRule, subjectRule, periodRule, ...typedRules];

/** The rules of version 1.1 of the data model, by which documents are read and none is signed. */
export const modelFaults1 = (document: JsonObject): readonly string[] =>
  rules.map((rule) => rule(document)).filter((fault) => fault !== undefined);
