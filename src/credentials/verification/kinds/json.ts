import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { asList, typesOf } from '../../document/values.ts';
import { readers } from '../../forms/readers.ts';
import { adviceOn } from './advice.ts';
import { recogniseEnvelope } from './envelope.ts';
import type { Finding } from './finding.ts';
import { recogniseCompact, recogniseJws } from './jws.ts';

type Recognise = (json: JsonObject) => Finding | undefined;

const contextsOf = (json: JsonObject): readonly unknown[] => asList(json['@context']);

const presentation: Recognise = (json) =>
  typesOf(json).includes('VerifiablePresentation') ? { presentation: readers.credential(json) } : undefined;

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
const rows: readonly Recognise[] = [recogniseJws, recogniseEnvelope, presentation, openBadge2, credential, didDocument];

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

/**
 * One entry of `verifiableCredential`: a credential, or one in an envelope (VCDM 2.0 §4.13); as text, a JWT of version 1.1
 * (VCDM 1.1 §6.3.1). What stands in a presentation is never a link to follow, nor another presentation.
 */
export function recogniseMember(entry: unknown): Finding {
  const found = typeof entry === 'string' ? (recogniseCompact(entry) ?? adviceOn('text')) : recogniseObject(entry);
  return 'presentation' in found ? adviceOn('presentation') : found;
}
