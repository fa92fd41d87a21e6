import type { Addresses } from '../../../domain/addresses/addresses.ts';
import type { Summary } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { deploymentOf } from '../../contexts/own-context.ts';
import { createNodes, type Nodes } from '../../document/json-ld/nodes.ts';
import { claimsOf } from './claims.ts';
import { eachOf, measureOf } from './order.ts';
import { europeanAchievements, europeanAwardDay } from './others.ts';
import { addressOf, codeIn, dayOf, lineOf, mapOf, mapOfAll, told } from './values.ts';
import { asList, flat, isUrl } from '../../document/values.ts';

/** Several claims repeat what they share: more characters than any document has are not written out. */
const maxSize = 1_000_000;

function issuerOf(nodes: Nodes, document: JsonObject): Summary['issuer'] {
  const id = addressOf(document['issuer']);
  const issuers = nodes.all(document['issuer']);
  if (id === undefined || issuers.length > 1) return undefined;
  const [issuer = {}] = issuers;
  const places = nodes.all([issuer['address'], ...nodes.all(issuer['location']).map(({ address }) => address)]);
  const country =
    lineOf(places.map(({ addressCountryCode }) => addressCountryCode)) ??
    codeIn(
      'country',
      places.flatMap(({ countryCode }) => flat(countryCode)),
    );
  return { id, ...told({ name: mapOf(issuer['legalName']) ?? mapOf(issuer['name']), country }) };
}

/** Evidence that a reader can open has an address; one that only has a name in this document has not. */
function evidenceOf(nodes: Nodes, document: JsonObject): Summary['evidence'] {
  return eachOf(nodes.all(document['evidence']), (one) => {
    const [url] = [addressOf(one['id']), addressOf(one['url'])].filter((id) => isUrl(id) && /^https?:/i.test(id));
    const read = told({
      name: mapOf(one['name']),
      description: mapOfAll([mapOf(one['description']), mapOf(one['narrative'])]),
      url,
    });
    return Object.keys(read).length > 0 ? read : undefined;
  });
}

/** The deployment whose words the document uses: its context stands third, or nowhere. */
const speaksFor = (document: JsonObject, ours: Addresses): Addresses =>
  deploymentOf(String(asList(document['@context'])[2]), ours) ?? ours;

function read(addresses: Addresses, document: JsonObject, nodes: Nodes): Summary {
  const root = nodes.whole(document);
  const { claims, unread } = claimsOf(speaksFor(document, addresses), nodes, root);
  const awarded = nodes.all(root['credentialSubject']).flatMap((subject) => europeanAchievements(nodes, subject));
  const [only] = claims;
  const about = told({
    id: addressOf(root['id']),
    issuer: issuerOf(nodes, root),
    awardedOn: dayOf(root['awardedDate']) ?? europeanAwardDay(nodes, awarded),
    // Data model 1.1 calls them otherwise.
    validFrom: lineOf(root['validFrom']) ?? lineOf(root['issuanceDate']),
    validUntil: lineOf(root['validUntil']) ?? lineOf(root['expirationDate']),
    evidence: evidenceOf(nodes, root),
  });
  const summary: Summary = {
    ...about,
    ...(claims.length > 1 ? { claims } : only),
    ...told({ unread }),
  };
  if (measureOf(summary).size <= maxSize) return summary;
  const { id, issuer, awardedOn, validFrom, validUntil } = about as Summary;
  return told({ id, issuer, awardedOn, validFrom, validUntil, unread: ['achievement', 'holder', 'result'] as const });
}

/** Reads the certificate from the document itself, whose nodes a caller may have gathered already. Never throws: what cannot be read is left out. */
export const createSummaryReader =
  (addresses: Addresses) =>
  (document: JsonObject, nodes?: Nodes): Summary => {
    try {
      return read(addresses, document, nodes ?? createNodes(document));
    } catch {
      return { unread: ['achievement', 'holder', 'result'] };
    }
  };
