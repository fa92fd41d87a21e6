import { DomainError } from '../../domain/shared/errors.ts';
import { language, type LanguageCode } from '../../generated/vocab.ts';
import { ImportDocument } from '../import/document.ts';
import type { Kind } from './kinds.ts';
import { has, hasAnyType, hasType, type Part } from '../import/parts.ts';
import { candidates } from '../import/candidates.ts';
import { openSealed } from '../import/sealed.ts';
import { Texts } from '../import/texts.ts';
import { onlyFirst } from '../import/values.ts';

/** The parts of a credential or a catalogue entry that say something about the micro-credential. */
export type Source = Readonly<{
  document: ImportDocument<Kind>;
  texts: Texts;
  root: Part;
  /** What the person achieved; none in a catalogue entry. */
  achievements: readonly Part[];
  /** The catalogue entry; none in a credential. */
  opportunities: readonly Part[];
  specifications: readonly Part[];
  /** Specifications of activities first, then what a person took part in; likewise assessments. */
  activities: readonly Part[];
  assessments: readonly Part[];
}>;

const unreadable = (detail: string) => new DomainError('import-unreadable', detail);
const notElm = () =>
  unreadable(
    'This is neither a European Digital Credential (JSON-LD with credentialSubject.hasClaim) nor a learning ' +
      'opportunity or qualification of the European Learning Model (with learningAchievementSpecification). ' +
      'Open Badges 3.0 have a command of their own: “import obv3”.',
  );

/** The document, opened at the thing that it is about. */
export function openSource(input: unknown): Source {
  const { content, isSealed } = openSealed(input);
  if (typeof content !== 'object' || content === null) throw notElm();
  const document = new ImportDocument<Kind>(content);
  if (isSealed) {
    document.notes.add(
      typeof input === 'string' ? '#' : '#/payload',
      'This credential is sealed. The seal was not checked; the places named are within the payload.',
    );
  }
  const found = candidates(content).flatMap((value) => {
    const part = document.partOf(value);
    const kind = part && kindOf(document, part);
    return kind ? [{ part, kind }] : [];
  });
  const chosen = found.find(({ kind }) => kind !== 'specification') ?? found[0];
  if (!chosen) throw notElm();
  onlyFirst(
    document,
    found.filter(({ kind }) => kind === chosen.kind).map(({ part }) => part),
    'document',
  );
  document.visit(chosen.part, chosen.kind);
  return openers[chosen.kind](document, chosen.part);
}

type RootKind = Extract<Kind, 'credential' | 'opportunity' | 'specification'>;

function kindOf(document: ImportDocument<Kind>, part: Part): RootKind | undefined {
  const claims = document.nodes([part], 'credentialSubject').some((subject) => has(subject, 'hasClaim'));
  if (claims || hasType(part, 'EuropeanDigitalCredential')) return 'credential';
  if (has(part, 'learningAchievementSpecification') || hasType(part, 'LearningOpportunity')) return 'opportunity';
  return hasType(part, 'Qualification') || hasType(part, 'LearningAchievementSpecification')
    ? 'specification'
    : undefined;
}

const openers: Readonly<Record<RootKind, (document: ImportDocument<Kind>, root: Part) => Source>> = {
  credential: openCredential,
  opportunity: openOpportunity,
  specification: (document, root) => sourceOf(document, root, { specifications: [root] }),
};

const isAchievement = (claim: Part): boolean =>
  hasType(claim, 'LearningAchievement') || (claim.definitions.length > 0 && !hasAnyType(claim));

function openCredential(document: ImportDocument<Kind>, root: Part): Source {
  document.notes.add(
    `${root.pointer}/credentialSubject`,
    'Everything about the person was left out: who it is, and what was achieved when and with which grade.',
  );
  const claims = document.nodes(document.nodes([root], 'credentialSubject'), 'hasClaim');
  const achievements = onlyFirst(document, claims.filter(isAchievement), 'achievement');
  for (const { pointer } of claims.filter((claim) => !isAchievement(claim))) {
    document.notes.add(pointer, 'This claim is not a learning achievement and was left out.');
  }
  if (achievements.length === 0) {
    throw unreadable('This credential claims no learning achievement, so it does not say what a micro-credential is.');
  }
  achievements.forEach((achievement) => document.visit(achievement, 'achievement'));
  const specifications = document.parts(achievements, 'specifiedBy', 'specification');
  return sourceOf(document, root, { achievements, specifications });
}

function openOpportunity(document: ImportDocument<Kind>, root: Part): Source {
  const specifications = document.parts([root], 'learningAchievementSpecification', 'specification');
  for (const { pointer } of specifications.filter((each) => hasType(each, 'QualificationReference'))) {
    document.notes.add(pointer, 'The qualification is only named here. Import it from where it is described.');
  }
  return sourceOf(document, root, { opportunities: [root], specifications });
}

type Found = Partial<Pick<Source, 'achievements' | 'opportunities' | 'specifications'>>;

function sourceOf(document: ImportDocument<Kind>, root: Part, found: Found): Source {
  const { achievements = [], opportunities = [] } = found;
  const specifications = onlyFirst(document, found.specifications ?? [], 'specification');
  const activities = document.parts(achievements, 'influencedBy', 'activity');
  const assessments = document.parts(achievements, 'provenBy', 'assessment');
  return {
    document,
    texts: new Texts(document, mainLanguage(document, root)),
    root,
    achievements,
    opportunities,
    specifications,
    activities: [
      ...document.parts(specifications, 'influencedBy', 'activitySpecification'),
      ...document.parts(opportunities, 'learningActivitySpecification', 'activitySpecification'),
      ...document.parts(activities, 'specifiedBy', 'activitySpecification'),
      ...activities,
    ],
    assessments: [
      ...document.parts(specifications, 'provenBy', 'assessmentSpecification'),
      ...document.parts(assessments, 'specifiedBy', 'assessmentSpecification'),
      ...assessments,
    ],
  };
}

/** The language that the document says it is written in; English where it does not say. */
function mainLanguage(document: ImportDocument<Kind>, root: Part): LanguageCode {
  const displays = document.peek(root, 'displayParameter').flatMap((value) => document.partOf(value) ?? []);
  const [first] = [
    ...document.peek(root, 'defaultLanguage'),
    ...displays.flatMap((display) => document.peek(display, 'primaryLanguage')),
  ].flatMap((value) => document.partOf(value) ?? []);
  return language.find(({ iri }) => iri === first?.id)?.code ?? 'en';
}
