import type { Institution } from '../../domain/institution/institution.ts';
import type {
  CompleteContent,
  DocumentedVersion,
  Microcredential,
  MicrocredentialContent,
} from '../../domain/catalogue/microcredential.ts';
import { GateRefusal, passPublishGate, tooMuch } from '../../domain/catalogue/publish-gate.ts';
import {
  achievementLocales,
  type Achievements,
  composeVersion,
  languageOfAward,
} from '../../domain/catalogue/version.ts';
import { fetchedLimits, mostValues } from '../../domain/shared/json-limits.ts';
import type { LinkedData, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'addresses' | 'writer' | 'now' | 'sha256' | 'canonicalJson'>;
type Writer = Pick<Ports['writer'], 'composeAchievement'>;
type NewVersion = Readonly<{ version: DocumentedVersion; linkedData: LinkedData }>;

const isTooMuch = (document: string): boolean =>
  new TextEncoder().encode(document).length > fetchedLimits.bytes || mostValues(document) > fetchedLimits.values;

/** A version in each of its languages. */
export function composeAchievements(
  writer: Writer,
  { version, content, institution }: Readonly<{ version: string; content: CompleteContent; institution: Institution }>,
): Achievements {
  const { country } = institution;
  const locales = [...achievementLocales(content.title, institution)];
  return Object.fromEntries(
    locales.map(([language, locale]) => [
      language,
      writer.composeAchievement({ version, content, country, language, locale }),
    ]),
  );
}

/** A micro-credential whose draft may be published, and what the draft says. */
type Publishable = Pick<Microcredential, 'id' | 'slug' | 'publishedVersion'> &
  Readonly<{ content: MicrocredentialContent }>;

/** Makes a version of what an institution publishes: the document that its digest is over, achievements included. */
export function createNewVersion({ addresses, writer, now, sha256, canonicalJson }: Needs) {
  async function linkedDataOf(achievements: Achievements, content: CompleteContent, institution: Institution) {
    const text = canonicalJson(writer.asLinkedData(achievements[languageOfAward(content, institution)] ?? {}));
    return { text, etag: await sha256(text) };
  }

  return async (institution: Institution, found: Publishable, decisionId: string): Promise<NewVersion> => {
    const content = passPublishGate(found.content, institution.country);
    const number = (found.publishedVersion ?? 0) + 1;
    const publishedAt = now();
    const id = addresses.version(institution.slug, found.slug, number);
    const achievements = composeAchievements(writer, { version: id, content, institution });
    const facts = { addresses, institution, slug: found.slug, number, content, achievements, publishedAt };
    const document = canonicalJson(composeVersion(facts));
    const exceeds = Object.values(achievements).some((one) => writer.excessOf(one) !== undefined);
    if (exceeds || isTooMuch(document)) throw new GateRefusal([tooMuch], institution.country);
    const digest = `sha256-${hexToBase64(await sha256(document))}`;
    const of = { institutionId: institution.id, microcredentialId: found.id };
    const version = { ...of, id, number, content, document, digest, publishedAt, decisionId };
    return { version, linkedData: await linkedDataOf(achievements, content, institution) };
  };
}

/** Subresource-integrity digests are base64; the port returns hex. */
const hexToBase64 = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
