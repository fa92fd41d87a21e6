import type { BodyDecision, NamedInstitution } from '../../../domain/catalogue/bodies.ts';
import { bodiesIn } from '../../../domain/catalogue/body-gate.ts';
import type { NamedPartner } from '../../../domain/catalogue/gate-check.ts';
import { isJoint } from '../../../domain/catalogue/joint/joint-gate.ts';
import { type Partnership, partnerState } from '../../../domain/catalogue/joint/partnership.ts';
import type { MicrocredentialContent } from '../../../domain/catalogue/microcredential.ts';
import type { Decision } from '../../../domain/institution/decision.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { present } from '../../../domain/shared/present.ts';
import type { Ports, Stores, VersionPartner } from '../../ports/index.ts';

type Needs = Pick<Ports, 'addresses' | 'sha256' | 'canonicalJson'>;
type Course = Readonly<{ id: string; content: MicrocredentialContent | undefined }>;

/** An institution as a body of a course is described. */
export const named = ({ addresses }: Readonly<{ addresses: Pick<Ports['addresses'], 'did'> }>, one: Institution) => {
  const { slug, name, country, homepage, identifiers } = one;
  return present({ slug, id: addresses.did(slug), name, country, homepage, identifiers }) as NamedInstitution;
};

/** The other institutions of the service, as a course of one of them has to do with them. */
export type Together = Readonly<{
  partners: readonly (NamedPartner & Readonly<{ partnership: Partnership }>)[];
  others: readonly NamedInstitution[];
}>;

/** What a partner decides on: this text and no other. */
export const digestOfContent = ({ sha256, canonicalJson }: Omit<Needs, 'addresses'>, content: MicrocredentialContent) =>
  sha256(canonicalJson(content));

/** Reads how the others stand to the courses of an owner, or to the one with this id. */
export const createTogether =
  (ports: Needs) =>
  async (
    { institutions, partnerships }: Pick<Stores, 'institutions' | 'partnerships'>,
    owner: Institution,
    microcredentialId?: string,
  ) => {
    const all = await institutions.list();
    const invited = await partnerships.ofOwner(owner.id, microcredentialId);
    return async ({ id, content }: Course): Promise<Together> => {
      const ofCourse = invited.filter((one) => one.microcredentialId === id);
      const digest = content && ofCourse.length > 0 ? await digestOfContent(ports, content) : undefined;
      const partners = ofCourse.flatMap((partnership) => {
        const institution = all.find((one) => one.id === partnership.institutionId);
        const state = partnerState(partnership, digest);
        return institution ? [{ ...named(ports, institution), state, partnership }] : [];
      });
      const near = [owner.slug, ...partners.filter(({ state }) => state !== 'left').map(({ slug }) => slug)];
      return {
        partners,
        others: all.filter(({ slug }) => !near.includes(slug)).map((one) => named(ports, one)),
      };
    };
  };

/** What was decided together: what stands in the version, by slug, and which decisions of partners are behind it. */
export type Decided = Readonly<{
  decisions: ReadonlyMap<string, BodyDecision>;
  behind: readonly Pick<VersionPartner, 'partnerId' | 'decisionId'>[];
}>;

const told = ({ date, caseNumber }: Decision): BodyDecision => present({ date, reference: caseNumber });

/** The decisions of those named in this content: of its partners, and of its owner where several award it. */
export async function decidedTogether(
  { decisions }: Pick<Stores, 'decisions'>,
  { partners }: Together,
  content: MicrocredentialContent,
  owner: Readonly<{ slug: string; decision: Decision }>,
): Promise<Decided> {
  const slugs = bodiesIn(content).map(([, { institution }]) => institution);
  const found: (readonly [slug: string, Decision])[] = [];
  for (const { slug, partnership } of partners) {
    if (!slugs.includes(slug) || !partnership.decision) continue;
    const decision = await decisions.find(partnership.institutionId, partnership.decision.decisionId);
    if (decision) found.push([slug, decision]);
  }
  const own = isJoint(content) ? [[owner.slug, owner.decision] as const] : [];
  return {
    decisions: new Map([...own, ...found].map(([slug, decision]) => [slug, told(decision)])),
    behind: found.map(([, { institutionId, id }]) => ({ partnerId: institutionId, decisionId: id })),
  };
}
