import { DomainError } from '../../shared/errors.ts';
import type { LanguageMap } from '../../shared/language.ts';
import { present } from '../../shared/present.ts';
import type { CompleteContent, MicrocredentialContent } from '../microcredential.ts';
import type { DraftBody } from '../bodies.ts';
import type { Provenance } from './description.ts';

/** A published version, and the institution that it is of. */
export type Source = Readonly<{
  version: string;
  content: CompleteContent;
  institution: LanguageMap;
  /** The institution's. */
  slug: string;
}>;
/** What a draft begins with, and where in the source stood what was not taken over. */
export type Copy = Readonly<{ content: MicrocredentialContent; dropped: readonly string[] }>;

/** Licences that let others make something of their own out of it. */
const open: readonly CompleteContent['licence'][] = ['cc0-1', 'cc-by-4', 'cc-by-sa-4'];

export const mayBeCopied = ({ licence }: Pick<CompleteContent, 'licence'>): boolean =>
  licence !== undefined && open.includes(licence);

/** A decision and an agreement are about one course, so a copy has neither. */
const ofOneCourse = ['syllabus', 'funding', 'exampleToReuse'] as const;
/** What only the institution can say that is responsible for the course. */
const ofOneInstitution = [...ofOneCourse, 'awardingBodies', 'legalForms', 'otherFormReason', 'themes'] as const;

/** The description of another course; the kinds of quality assurance stay where it is another's, and who assures goes. */
export function copyOf({ version, content, institution, slug }: Source, isSameInstitution: boolean): Copy {
  const leftOut: readonly string[] = isSameInstitution ? ofOneCourse : ofOneInstitution;
  const { qualityAssurance, licence, title } = content;
  // Publication writes what the institution decides about its certificates.
  const { courseCertificate: _, ...described } = content;
  const kept = Object.fromEntries(Object.entries(described).filter(([name]) => !leftOut.includes(name)));
  const provenance: Provenance = { version, title, institution, ...present({ licence }) };
  const dropped = leftOut.filter((name) => Object.hasOwn(content, name)).map((name) => `#/${name}`);
  if (isSameInstitution) {
    const own = withoutPartners(content, slug);
    return { content: { ...kept, ...own.content, provenance }, dropped: [...dropped, ...own.dropped] };
  }
  return {
    content: { ...kept, qualityAssurance: qualityAssurance.map(({ type }) => ({ type })), provenance },
    dropped: [...dropped, ...qualityAssurance.map((_, index) => `#/qualityAssurance/${index}/body`)],
  };
}

/** Partners decide on one course, so a copy has none of them, and nothing that a body outside decided. */
function withoutPartners({ awardingBodies, qualityAssurance }: CompleteContent, slug: string): Copy {
  const isPartner = ({ institution }: DraftBody) => institution !== undefined && institution !== slug;
  return {
    content: {
      awardingBodies: awardingBodies.filter((body) => !isPartner(body)).map(({ decision: _, ...body }) => body),
      qualityAssurance: qualityAssurance.map(({ body, ...one }) => (isPartner(body) ? one : { ...one, body })),
    },
    dropped: [
      ...awardingBodies.flatMap((body, index) =>
        isPartner(body) ? [`#/awardingBodies/${index}`] : body.decision ? [`#/awardingBodies/${index}/decision`] : [],
      ),
      ...qualityAssurance.flatMap(({ body }, index) => (isPartner(body) ? [`#/qualityAssurance/${index}/body`] : [])),
    ],
  };
}

const isSame = (one: MicrocredentialContent['provenance'], other: MicrocredentialContent['provenance']): boolean =>
  one?.version === other?.version &&
  one?.licence === other?.licence &&
  isSameText(one?.title, other?.title) &&
  isSameText(one?.institution, other?.institution);

function isSameText(one: LanguageMap = {}, other: LanguageMap = {}): boolean {
  const texts = (map: LanguageMap) => JSON.stringify(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return texts(one) === texts(other);
}

/** The content with the provenance that stands, whether the author repeats it or not; another one is refused. */
export function withProvenance(
  content: MicrocredentialContent,
  stands: MicrocredentialContent['provenance'],
): MicrocredentialContent {
  const { provenance, ...rest } = content;
  if (provenance !== undefined && !isSame(provenance, stands)) {
    throw new DomainError('content-invalid', 'Where a description was copied from cannot be changed.', {
      violations: [
        { pointer: '#/content/provenance', detail: 'Leave this out: the service writes it where copyOf is used.' },
      ],
    });
  }
  return { ...rest, ...present({ provenance: stands }) };
}
