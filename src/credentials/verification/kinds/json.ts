import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { asList, objectsOf, typesOf } from '../../document/values.ts';
import { readers } from '../../forms/readers.ts';
import { adviceOn } from './advice.ts';
import type { Finding } from './finding.ts';
import { recogniseJws } from './jws.ts';

type Recognise = (json: JsonObject) => Finding | undefined;

const contextsOf = (json: JsonObject): readonly unknown[] => asList(json['@context']);

/** A presentation of one credential with its own proofs: that one is checked, and nothing is said of the presentation. */
const presentation: Recognise = (json) => {
  if (!typesOf(json).includes('VerifiablePresentation')) return undefined;
  const credentials = asList(json['verifiableCredential']);
  const [first] = objectsOf(credentials);
  return credentials.length === 1 && first && typesOf(first).includes('VerifiableCredential')
    ? { recognised: { kind: 'presentation', ...readers.credential(first) } }
    : adviceOn('presentation');
};

const enveloped: Recognise = (json) =>
  typesOf(json).some((type) => /^EnvelopedVerifiable(Credential|Presentation)$/.test(type))
    ? adviceOn('enveloped-credential')
    : undefined;

/** The address that the specification gives, that to which it leads, and what people make of either. */
const openBadge2Context =
  /^https?:\/\/(w3id\.org\/openbadges|(www\.)?openbadgespec\.org)\/v[12](\/(context(\.json)?)?)?$/i;

const openBadge2: Recognise = (json) =>
  contextsOf(json).some((url) => typeof url === 'string' && openBadge2Context.test(url)) ||
  (typesOf(json).includes('Assertion') && 'badge' in json)
    ? adviceOn('open-badge-2')
    : undefined;

const credential: Recognise = (json) =>
  typesOf(json).includes('VerifiableCredential') ||
  'credentialSubject' in json ||
  contextsOf(json).some((url) => url === contextUrls.credentials || url === contextUrls.credentials1)
    ? { recognised: { kind: 'credential', ...readers.credential(json) } }
    : undefined;

const didDocument: Recognise = (json) =>
  typeof json['id'] === 'string' &&
  ['verificationMethod', 'assertionMethod', 'authentication'].some((name) => name in json) &&
  (json['id'].startsWith('did:') || contextsOf(json).includes(contextUrls.did))
    ? adviceOn('did-document')
    : undefined;

/** One row a kind; the first that recognises a document tells what it is. */
const rows: readonly Recognise[] = [recogniseJws, presentation, enveloped, openBadge2, credential, didDocument];

/** What our own API takes, which people copy whole; what is in it may be text. */
export function unwrapped(json: JsonObject): unknown {
  const [name, ...more] = Object.keys(json);
  if (more.length > 0) return undefined;
  if (name === 'credential') return json['credential'];
  return name === 'link' && typeof json['link'] === 'string' ? json['link'] : undefined;
}

export function recogniseObject(json: unknown): Finding {
  if (!isObject(json)) return adviceOn('json');
  const finding = rows.map((recognise) => recognise(json)).find((found) => found);
  return finding ?? { ...adviceOn('json'), readable: json };
}
