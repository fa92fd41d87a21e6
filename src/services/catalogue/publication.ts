import type { Known, Publication } from '../../domain/catalogue/gate-check.ts';
import type { NamedInstitution } from '../../domain/catalogue/bodies.ts';
import type { Publisher } from '../../domain/catalogue/known-bodies.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { present } from '../../domain/shared/present.ts';
import type { Ports } from '../ports/index.ts';

type Did = Readonly<{ addresses: Pick<Ports['addresses'], 'did'> }>;

/** The institutions that its courses may name as awarding them or assuring their quality: so far itself. */
export const namedBy = ({ addresses }: Did, institution: Institution): readonly NamedInstitution[] => {
  const { slug, name, country, homepage, identifiers } = institution;
  return [present({ slug, id: addresses.did(slug), name, country, homepage, identifiers })];
};

/** Where, when and by whom something is published, at this moment. */
export const publicationBy = (
  ports: Did,
  institution: Institution,
  now: Date,
  known?: Known,
): Publication & Publisher => ({
  country: institution.country,
  on: todayIn(institution, now),
  institutions: namedBy(ports, institution),
  ...present({ courseCertificate: institution.courseCertificate, known }),
});
