import { demoInstitutions } from '../../demo/institutions.ts';
import { demoMicrocredentials } from '../../demo/microcredentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { asPublished } from '../../src/domain/catalogue/known-bodies.ts';
import { passPublishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { publicationBy } from '../../src/services/catalogue/publication.ts';

/** Everything in the demo has happened before this day. */
export const today = '2026-10-31';

export const found = <T>(thing: T | undefined, name: string): T => {
  if (thing === undefined) throw new Error(`The demo names ${name}, which does not exist.`);
  return thing;
};
export const institutionOf = (slug: string) =>
  found(
    demoInstitutions.find((one) => one.slug === slug),
    slug,
  );
export const microcredentialOf = (slug: string) =>
  found(
    demoMicrocredentials.find((one) => one.slug === slug),
    slug,
  );
/** As its institution would publish it on that day. */
export const publicationOf = (slug: string) => {
  const { staff: _, units: __, ...institution } = institutionOf(slug);
  const kept = { ...institution, id: slug, createdAt: new Date(today) };
  return publicationBy({ addresses: createAddresses('https://demo.example') }, kept, new Date(`${today}T12:00:00Z`));
};
export const contentOf = (slug: string) => {
  const { content, institution } = microcredentialOf(slug);
  const publication = publicationOf(institution);
  return asPublished(passPublishGate(content, publication), publication);
};
export const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
