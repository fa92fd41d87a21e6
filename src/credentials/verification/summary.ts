import type { Addresses } from '../../domain/addresses.ts';
import type { Summary } from '../../domain/verification.ts';
import type { JsonObject } from '../../services/ports.ts';
import { deploymentOf } from '../contexts/own-context.ts';
import { readEuropeanCredential, readOpenBadge } from './summary-others.ts';
import { readOwnTerms } from './summary-own.ts';
import { gatherNodes } from './nodes.ts';
import { firstCode, firstObject, mapOf, told } from './summary-values.ts';
import { asList, idOf, numberOf, objectsOf, textOf } from './values.ts';

function learnerOf(subject: JsonObject): string | undefined {
  const named = objectsOf(subject['identifier']).find(
    ({ identityType, hashed }) => identityType === 'name' && hashed !== true && hashed !== 'true',
  );
  const first = (name: string) => Object.values(mapOf(subject[name]) ?? {})[0];
  const joined = [first('givenName'), first('familyName')].filter(Boolean).join(' ');
  return (
    textOf(subject['learnerName']) ??
    textOf(subject['name']) ??
    textOf(named?.['identityHash']) ??
    first('fullName') ??
    textOf(joined)
  );
}

function issuerOf(document: JsonObject, issuer: JsonObject): Summary['issuer'] {
  const id = idOf(document['issuer']);
  if (id === undefined) return undefined;
  const address = firstObject(issuer['address'] ?? firstObject(issuer['location'])['address']);
  const country = textOf(address['addressCountryCode']) ?? firstCode('country', address['countryCode']);
  return { id, ...told({ name: mapOf(issuer['legalName']) ?? mapOf(issuer['name']), country }) };
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;

/** The deployment whose words the document uses: its context stands third, or nowhere. */
const speaksFor = (document: JsonObject, ours: Addresses): Addresses =>
  deploymentOf(String(asList(document['@context'])[2]), ours) ?? ours;

function read(addresses: Addresses, document: JsonObject): Summary {
  const whole = gatherNodes(document);
  const subject = whole(document['credentialSubject']);
  const achievement = whole(subject['achievement']);
  const general = told({
    id: textOf(document['id']),
    learner: learnerOf(subject),
    title: mapOf(document['name']),
    description: mapOf(document['description']),
    issuer: issuerOf(document, whole(document['issuer'])),
    achievement: idOf(asList(subject['achievement'])[0]),
    grade: textOf(firstObject(subject['result'])['value']) ?? textOf(firstObject(subject['result'])['status']),
    completedOn: day(subject['completedOn']) ?? day(subject['activityEndDate']),
    awardedOn: day(document['awardedDate']),
    validFrom: textOf(document['validFrom']),
    validUntil: textOf(document['validUntil']),
  });
  // What is more exact comes later and displaces: own terms over Open Badges over what every credential has.
  return {
    ...general,
    ...readEuropeanCredential(document),
    ...readOpenBadge(achievement),
    ...told({ credits: numberOf(subject['creditsEarned']) }),
    ...readOwnTerms(speaksFor(document, addresses), achievement),
  };
}

/** Reads the certificate from the document itself. Never throws: what cannot be read is left out. */
export const createSummaryReader =
  (addresses: Addresses) =>
  (document: JsonObject): Summary => {
    try {
      return read(addresses, document);
    } catch {
      return {};
    }
  };
