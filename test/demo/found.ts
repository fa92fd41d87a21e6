import { demoInstitutions } from '../../demo/institutions.ts';
import { demoMicrocredentials } from '../../demo/microcredentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { asPublished } from '../../src/domain/catalogue/known-bodies.ts';
import { passPublishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { named } from '../../src/services/catalogue/joint/together.ts';
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
export const publicationOf = (slug: string, agreed: readonly string[] = []) => {
  const ports = { addresses: createAddresses('https://demo.example') };
  const kept = (name: string) => {
    const { staff: _, units: __, ...institution } = institutionOf(name);
    return { ...institution, id: name, createdAt: new Date(today) };
  };
  const partners = agreed.map((name) => ({
    ...named(ports, kept(name)),
    state: 'agreed' as const,
    partnership: {
      id: name,
      institutionId: name,
      ownerId: slug,
      microcredentialId: '',
      mayEdit: true,
      invitedAt: new Date(today),
    },
  }));
  return publicationBy(ports, kept(slug), new Date(`${today}T12:00:00Z`), { partners, others: [] });
};
export const contentOf = (slug: string) => {
  const { content, institution, partners } = microcredentialOf(slug);
  const publication = publicationOf(institution, partners);
  return asPublished(passPublishGate(content, publication), publication);
};
export const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
