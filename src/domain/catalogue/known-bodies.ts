import { qualityBody } from '../../generated/vocab.ts';
import type { CourseCertificate } from '../institution/institution.ts';
import type { LanguageMap } from '../shared/language.ts';
import { cleanText } from '../shared/names.ts';
import { present } from '../shared/present.ts';
import type { BodyDecision, DraftBody, NamedInstitution } from './bodies.ts';
import type { CompleteContent, MicrocredentialContent } from './microcredential.ts';

type Known = Pick<NamedInstitution, 'id' | 'name' | 'homepage' | 'country'>;

function knownAs({ institution, code }: DraftBody, institutions: readonly NamedInstitution[]): Known | undefined {
  if (institution !== undefined) return institutions.find(({ slug }) => slug === institution);
  const row = qualityBody.find((one) => one.code === code);
  return row && { id: row.iri, name: row.label, homepage: row.homepage, country: row.country };
}

const isHomepageOf = (homepage: string | undefined, { homepage: other }: DraftBody): boolean =>
  homepage !== undefined && placeOf(homepage) === placeOf(other);

/** Whether this body, written out, is that institution: by its DID, by a register that knows it, or by its homepage. */
export const isSameBody = ({ id, homepage, identifiers = [] }: NamedInstitution, body: DraftBody): boolean =>
  [id, ...identifiers.map(({ value }) => value)].some((one) => one === body.id) || isHomepageOf(homepage, body);

const namesIn = (names: LanguageMap = {}): readonly string[] =>
  Object.values(names).map((name) => cleanText(name).toLowerCase());

/** Whether this body, written out, is called like that institution, in any language. */
export const hasNameOf = ({ name }: NamedInstitution, body: DraftBody): boolean =>
  namesIn(name).some((one) => namesIn(body.name).includes(one));

function resolved<B extends DraftBody>(body: B, institutions: readonly NamedInstitution[]): B {
  const known = knownAs(body, institutions);
  if (!known) return body;
  const { id, name, country, homepage } = known;
  return present({ institution: body.institution, code: body.code, id, name, country, homepage }) as unknown as B;
}

/** What the institution that publishes adds to the content of a draft, whatever the draft says of it. */
export type Publisher = Readonly<{
  institutions: readonly NamedInstitution[];
  courseCertificate?: CourseCertificate;
  /** Of the institutions that give it together, by slug. */
  decisions?: ReadonlyMap<string, BodyDecision>;
}>;

/** The content as it is published: with what is known that day of each body that was chosen, and the policy of then. */
export function asPublished(content: CompleteContent, publisher: Publisher): CompleteContent {
  const { institutions, courseCertificate, decisions } = publisher;
  const { courseCertificate: _, ...rest } = content;
  return {
    ...rest,
    awardingBodies: content.awardingBodies.map((body) => ({
      ...resolved(body, institutions),
      ...present({ decision: body.institution === undefined ? body.decision : decisions?.get(body.institution) }),
    })),
    qualityAssurance: content.qualityAssurance.map((one) => ({ ...one, body: resolved(one.body, institutions) })),
    ...present({ courseCertificate }),
  };
}

/** With what a draft may not carry over: bodies outside this service decided on the text that is published. */
export const asNextDraft = (content: CompleteContent): CompleteContent => ({
  ...content,
  awardingBodies: content.awardingBodies.map(({ decision, ...body }) =>
    body.institution === undefined ? body : { ...body, ...present({ decision }) },
  ),
});

/** Without what leads to the same page: letters of the host, `www.`, escapes, and slashes doubled or at the end. */
export function placeOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return hostname.replace(/^www\./, '') + unescaped(pathname).replaceAll(/\/+/g, '/').replace(/\/$/, '');
}

function unescaped(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** The choice that a body of a foreign document stands for, by its id or its homepage; otherwise the body as it is. */
function chosenFor<B extends DraftBody>(body: B, institutions: readonly NamedInstitution[], mayAssure: boolean): B {
  const institution = institutions.find((one) => isSameBody(one, body));
  if (institution) return { institution: institution.slug } as B;
  const row = mayAssure && qualityBody.find(({ iri, homepage }) => iri === body.id || isHomepageOf(homepage, body));
  return row ? ({ code: row.code } as unknown as B) : body;
}

/** With the bodies chosen that the service knows; the others stay written out. */
export function withKnownBodies(
  content: MicrocredentialContent,
  institutions: readonly NamedInstitution[],
): MicrocredentialContent {
  const { awardingBodies, qualityAssurance } = content;
  return {
    ...content,
    ...(awardingBodies && { awardingBodies: awardingBodies.map((body) => chosenFor(body, institutions, false)) }),
    ...(qualityAssurance && {
      qualityAssurance: qualityAssurance.map(({ body, ...one }) =>
        body ? { ...one, body: chosenFor(body, institutions, true) } : one,
      ),
    }),
  };
}
