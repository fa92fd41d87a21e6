import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { bodiesOf } from './own.ts';
import { told } from './values.ts';

/**
 * What our own context lets a subject say of who gave the course where its owner did not: it stands before what the
 * achievement says of everybody who takes it.
 */
export const readOwnSubject = (nodes: Nodes, subject: JsonObject, achievement: JsonObject): Partial<Claim> =>
  told({
    awardingBodies: bodiesOf(nodes, subject['awardingBody'], achievement),
    givenBy: bodiesOf(nodes, subject['providedBy'], achievement),
    courseOf: bodiesOf(nodes, subject['courseOwner'], achievement),
  });
