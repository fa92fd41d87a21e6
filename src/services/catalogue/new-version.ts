import { creditsOf, ruleFor } from '../../domain/catalogue/credits.ts';
import type { Known } from '../../domain/catalogue/gate-check.ts';
import type { Decision } from '../../domain/institution/decision.ts';
import { publishedDescription } from '../../domain/catalogue/description/published-description.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type {
  CompleteContent,
  DocumentedVersion,
  Microcredential,
  MicrocredentialContent,
} from '../../domain/catalogue/microcredential.ts';
import { asPublished } from '../../domain/catalogue/known-bodies.ts';
import { GateRefusal, passToPublish, tooMuch } from '../../domain/catalogue/publish-gate.ts';
import {
  achievementLocales,
  type Achievements,
  composeVersion,
  languageOfAward,
} from '../../domain/catalogue/version.ts';
import { certificateOf } from '../../domain/legal-form/certificate.ts';
import type { LegalFormCode } from '../../domain/legal-form/index.ts';
import { present } from '../../domain/shared/present.ts';
import { fetchedLimits, mostValues } from '../../domain/shared/json-limits.ts';
import type { LinkedData, Ports, Stores } from '../ports/index.ts';
import { type Decided, decidedTogether, type Together } from './joint/together.ts';
import { publicationBy } from './publication.ts';

type Needs = Pick<Ports, 'addresses' | 'writer' | 'now' | 'sha256' | 'canonicalJson'>;
type Writer = Pick<Ports['writer'], 'composeAchievement'>;
type NewVersion = Readonly<{ version: DocumentedVersion; linkedData: LinkedData; behind: Decided['behind'] }>;

const isTooMuch = (document: string): boolean =>
  new TextEncoder().encode(document).length > fetchedLimits.bytes || mostValues(document) > fetchedLimits.values;

type Described = Readonly<{ version: string; content: CompleteContent; institution: Institution; on: string }>;

/** A version in each of its legal forms, as the law is on this day, and in each of its languages. */
export function composeAchievements(writer: Writer, { version, content, institution, on }: Described): Achievements {
  const { country } = institution;
  const locales = [...achievementLocales(content.title, institution)];
  const inForm = (form: LegalFormCode) => {
    const rule = ruleFor(form, on);
    const said = {
      version,
      content,
      country,
      form,
      issuer: institution.slug,
      certificateName: certificateOf(rule, content.courseCertificate).name,
      ...present({ credits: creditsOf(content, rule) }),
    };
    return locales.map(([language, locale]) => [language, writer.composeAchievement({ ...said, language, locale })]);
  };
  return Object.fromEntries(content.legalForms.map((form) => [form, Object.fromEntries(inForm(form))]));
}

/** The one that stands for all where there can be one only: of the first form, in the institution's own language. */
function firstAchievement(achievements: Achievements, content: CompleteContent, institution: Institution) {
  const [form] = content.legalForms;
  return (form && achievements[form]?.[languageOfAward(content, institution)]) ?? {};
}

/** A micro-credential whose draft may be published, and what the draft says. */
type Publishable = Pick<Microcredential, 'id' | 'slug' | 'publishedVersion'> &
  Readonly<{ content: MicrocredentialContent }>;

/** What there is beside the draft on the day of publication. */
type Beside = Readonly<{ decision: Decision; known: Known; together: Together; stores: Pick<Stores, 'decisions'> }>;

/** Makes a version of what an institution publishes: the document that its digest is over, achievements included. */
export function createNewVersion({ addresses, writer, now, sha256, canonicalJson }: Needs) {
  async function linkedDataOf(achievements: Achievements, content: CompleteContent, institution: Institution) {
    const text = canonicalJson(writer.asLinkedData(firstAchievement(achievements, content, institution)));
    return { text, etag: await sha256(text) };
  }

  return async (
    institution: Institution,
    found: Publishable,
    { decision, known, together, stores }: Beside,
  ): Promise<NewVersion> => {
    const publishedAt = now();
    const publication = publicationBy({ addresses }, institution, publishedAt, { known, ...together });
    const { on } = publication;
    const complete = passToPublish(found.content, publication);
    const by = { slug: institution.slug, decision };
    const { decisions, behind } = await decidedTogether(stores, together, complete, by);
    const passed = asPublished(complete, { ...publication, decisions });
    const content = publishedDescription(passed, known.themes);
    const number = (found.publishedVersion ?? 0) + 1;
    const id = addresses.version(institution.slug, found.slug, number);
    const achievements = composeAchievements(writer, { version: id, content, institution, on });
    const facts = { addresses, institution, slug: found.slug, number, content, achievements, publishedAt };
    const document = canonicalJson(composeVersion(facts));
    const all = Object.values(achievements).flatMap((inForm) => Object.values(inForm));
    const exceeds = all.some((one) => writer.excessOf(one) !== undefined);
    if (exceeds || isTooMuch(document)) throw new GateRefusal([tooMuch], institution.country);
    const digest = `sha256-${hexToBase64(await sha256(document))}`;
    const of = { institutionId: institution.id, microcredentialId: found.id };
    const version = { ...of, id, number, content, document, digest, publishedAt, decisionId: decision.id };
    return { version, behind, linkedData: await linkedDataOf(achievements, content, institution) };
  };
}

/** Subresource-integrity digests are base64; the port returns hex. */
const hexToBase64 = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
