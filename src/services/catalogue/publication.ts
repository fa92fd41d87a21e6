import type { Known, Publication } from '../../domain/catalogue/gate-check.ts';
import type { NamedInstitution } from '../../domain/catalogue/bodies.ts';
import type { Publisher } from '../../domain/catalogue/known-bodies.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { present } from '../../domain/shared/present.ts';
import type { Ports } from '../ports/index.ts';
import { named, type Together } from './joint/together.ts';

type Did = Readonly<{ addresses: Pick<Ports['addresses'], 'did'> }>;

/** The institutions that its courses may name as awarding them or assuring their quality: itself, and its partners. */
export const namedBy = (
  ports: Did,
  institution: Institution,
  partners: Together['partners'] = [],
): readonly NamedInstitution[] => [named(ports, institution), ...partners.filter(({ state }) => state !== 'left')];

/** Where, when and by whom something is published, at this moment. */
export const publicationBy = (
  ports: Did,
  institution: Institution,
  now: Date,
  { known, partners, others }: Partial<Together> & Readonly<{ known?: Known }> = {},
): Publication & Publisher => ({
  country: institution.country,
  on: todayIn(institution, now),
  institutions: namedBy(ports, institution, partners),
  ...present({ courseCertificate: institution.courseCertificate, known, partners, others }),
});
