import { demoInstitutions } from '../../demo/institutions.ts';
import { demoMicrocredentials } from '../../demo/microcredentials/index.ts';
import { passPublishGate } from '../../src/domain/catalogue/publish-gate.ts';

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
export const contentOf = (slug: string) => {
  const { content, institution } = microcredentialOf(slug);
  return passPublishGate(content, { country: institutionOf(institution).country, on: today });
};
export const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
