import type { JsonObject } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { asList } from '../../document/values.ts';
import { type JwtProfile, jwtProfiles } from '../../proofs/jose/profiles.ts';
import { adviceOn } from './advice.ts';
import type { Finding } from './finding.ts';
import { recogniseCompact } from './jws.ts';

const envelopes = {
  EnvelopedVerifiableCredential: { what: 'credential', profile: jwtProfiles['vc+jwt'] },
  EnvelopedVerifiablePresentation: { what: 'presentation', profile: jwtProfiles['vp+jwt'] },
} as const;

const kind = 'enveloped-credential';
const malformed = (fault: string): Finding => ({ kind, problem: 'malformed', fault });

/** RFC 2397, without parameters; undefined for any other text. */
function dataIn(id: unknown): Readonly<{ type: string; data: string }> | undefined {
  const found = typeof id === 'string' ? /^data:([^,;]*),(.*)$/is.exec(id) : null;
  return found ? { type: (found[1] ?? '').toLowerCase(), data: found[2] ?? '' } : undefined;
}

/** What is inside, as the media type has it: a typ that says otherwise is refused. */
function recogniseInside(type: string, data: string, profile: JwtProfile): Finding {
  const isNamed = type === `application/${profile.typ}`;
  const found = recogniseCompact(data, isNamed ? profile : undefined);
  if (!found || 'link' in found) return malformed(`/id holds no JWT, which it says that it does (${type}).`);
  if ('presentation' in found)
    return profile.id === 'vp+jwt' ? found : malformed('/id holds a presentation where a credential is meant.');
  if (!('recognised' in found)) return { ...found, kind };
  const { recognised } = found;
  const isOther = recognised.securing !== 'jwt' || (isNamed && recognised.profile.id !== profile.id);
  if (profile.id === 'vp+jwt' || isOther) return malformed(`What /id holds is not what its media type says (${type}).`);
  return { recognised: { ...recognised, kind } };
}

/** VCDM 2.0 §4.13, EnvelopedVerifiableCredential and EnvelopedVerifiablePresentation; undefined for what is neither. */
export function recogniseEnvelope(json: JsonObject): Finding | undefined {
  const types = asList(json['type']);
  const [name] = (Object.keys(envelopes) as (keyof typeof envelopes)[]).filter((type) => types.includes(type));
  if (name === undefined) return undefined;
  const { what, profile } = envelopes[name];
  if (types.length !== 1) return malformed(`/type of an envelope is ${name} alone.`);
  if (asList(json['@context'])[0] !== contextUrls.credentials)
    return malformed(`/@context of an envelope begins with ${contextUrls.credentials}.`);
  if (typeof json['id'] !== 'string' || !/^data:/i.test(json['id']))
    return malformed(`/id of an envelope is a data: URL with the ${what} in it.`);
  const inside = dataIn(json['id']);
  const isRead = inside?.type === `application/${profile.typ}` || inside?.type === 'application/jwt';
  if (inside && isRead) return recogniseInside(inside.type, inside.data, profile);
  const isOtherEnvelopes = Object.values(envelopes).some(
    ({ profile: { typ } }) => inside?.type === `application/${typ}`,
  );
  return isOtherEnvelopes ? malformed(`/id of ${name} holds another thing than a ${what}.`) : adviceOn(kind);
}
