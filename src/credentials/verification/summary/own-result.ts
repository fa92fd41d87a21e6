import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { once } from './order.ts';
import { codeIn, lineOf, told, toldAny } from './values.ts';

const examinationOf = (result: JsonObject): Claim['examination'] =>
  toldAny({
    place: lineOf(result['examinationPlace']),
    supervision: codeIn('supervision', result['supervision']),
    form: codeIn('assessment', result['assessmentType']),
    identity: toldAny({ how: lineOf(result['identityCheck']), checkedBy: lineOf(result['identityCheckedBy']) }),
  });

const decidedIn = (result: JsonObject): Claim['decidedIn'] =>
  toldAny({
    system: lineOf(result['decidedInRegister']),
    id: lineOf(result['registeredAs']),
    attestedAt: lineOf(result['attestedAt']),
  });

type Own = Readonly<{ said: Pick<Claim, 'examination' | 'decidedIn'>; isUnread: boolean }>;

/**
 * Reads what our own context lets the result of a subject say. Of several results it could not be told of which it is,
 * so then it is unread.
 */
export const createOwnResultReader = (nodes: Nodes) =>
  once((subject: JsonObject): Own => {
    const results = nodes.all(subject['result']);
    const read = results.map((result) => told({ examination: examinationOf(result), decidedIn: decidedIn(result) }));
    const [only] = read;
    if (results.length <= 1) return { said: only ?? {}, isUnread: false };
    return { said: {}, isUnread: read.some((said) => Object.keys(said).length > 0) };
  });
