import type { Addresses } from '../../../domain/addresses/addresses.ts';
import { present } from '../../../domain/shared/present.ts';
import { labelFor, localeFor, textFor, type LanguageMap } from '../../../domain/shared/language.ts';
import type { LearningOutcome, SkillReference } from '../../../domain/catalogue/microcredential.ts';
import type { AchievementFacts, JsonObject } from '../../../services/ports/index.ts';
import { iriOf, legalFormNames, type CodeList } from '../../document/codes.ts';
import { describingMembers } from './description.ts';
import { durationOf } from '../../document/duration.ts';

export type Facts = AchievementFacts & Readonly<{ addresses: Addresses }>;

/** Leaves out what is not there: no null and no empty list reaches a credential (Open Badges 3.0, Serialization). */
export const withoutEmpty = (members: Record<string, unknown>): JsonObject =>
  present(
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [
        name,
        Array.isArray(value) && value.length === 0 ? undefined : value,
      ]),
    ),
  );

const escoSkills = 'http://data.europa.eu/esco/skill/';
export const isEsco = (skill: SkillReference): boolean => skill.iri.startsWith(escoSkills);
const iris = (list: CodeList, codes: readonly string[] | undefined) => codes?.map((code) => iriOf(list, code));

/** The text in one language: Open Badges wants plain text where we have several. */
export const plain = (map: LanguageMap | undefined, { language, locale }: Pick<Facts, 'language' | 'locale'>): string =>
  (map?.[language]?.trim() ? map[language] : textFor(map, locale)?.text) ?? '';

function outcome(
  { addresses, version }: Facts,
  { text, type, skills = [] }: LearningOutcome,
  index: number,
): JsonObject {
  const node = ({ iri, label }: SkillReference) => ({ id: iri, prefLabel: label });
  return withoutEmpty({
    id: addresses.part(version, `o${index + 1}`),
    titleMap: text,
    dcType: type && iriOf('skillType', type),
    relatedESCOSkill: skills.filter(isEsco).map(node),
    relatedSkill: skills.filter((skill) => !isEsco(skill)).map(node),
  });
}

function stackability({ addresses, version, content }: Facts): Record<string, unknown> {
  if (!content.stackability) return {};
  const { kind, statement, of = [] } = content.stackability;
  return {
    isPartialQualification: kind === 'can-be-part-of',
    stackabilityStatement: statement,
    canBePartOf: of.map(({ title, url }, index) =>
      withoutEmpty({ id: addresses.part(version, `p${index + 1}`), titleMap: title, url }),
    ),
  };
}

function certificateName({ country, certificateName: label }: Facts): LanguageMap {
  return { en: label.en, fi: label.fi, sv: labelFor(label, localeFor('sv', country)) };
}

/** A body that has an id is called by it, and the issuer is described once in a certificate: as its issuer. */
function bodies({ addresses, version, content, issuer }: Facts): Record<string, unknown> {
  const isIssuer = (id: string | undefined) => id === addresses.did(issuer);
  return {
    qualityAssurance: content.qualityAssurance.map(({ type, body, reference }, index) =>
      withoutEmpty({
        id: addresses.part(version, `q${index + 1}`),
        dcType: iriOf('qualityAssurance', type),
        assuredBy: isIssuer(body.id) ? undefined : body.name,
        assurer: body.id,
        reference,
      }),
    ),
    awardingBody: content.awardingBodies.map(({ id, name, country, homepage, decision }, index) =>
      withoutEmpty({
        id: id ?? addresses.part(version, `b${index + 1}`),
        ...(!isIssuer(id) && { legalName: name, country: iriOf('country', country), homepage }),
        decidedOn: decision?.date,
      }),
    ),
  };
}

function syllabus({ addresses, version, content }: Facts): JsonObject | undefined {
  if (!content.syllabus) return undefined;
  const { code, decisionDate, url } = content.syllabus;
  return withoutEmpty({ id: addresses.part(version, 's'), syllabusCode: code, decidedOn: decisionDate, url });
}

/**
 * The members of our own context: Annex I as data, in every language there is. The scale is not Open Badges'
 * `allowedValue`: that is an RDF list and makes blank nodes. Names of parts are short, since the canonical text repeats
 * the address of a part in each of its statements.
 */
export function ownMembers(facts: Facts): Record<string, unknown> {
  const { addresses, content } = facts;
  const { level, participation, supervision } = content;
  return {
    titleMap: content.title,
    descriptionMap: content.description,
    eqfLevel: 'eqf' in level ? iriOf('eqf', String(level.eqf)) : undefined,
    noLevelReason: 'eqf' in level ? undefined : level.reason,
    cycle: content.cycle,
    depthCode: content.depthCode,
    volumeOfLearning: durationOf(content.workload.hours),
    learningOutcome: content.learningOutcomes.map((one, index) => outcome(facts, one, index)),
    mode: iris('mode', participation.modes),
    learningActivity: iris('learningActivity', participation.activities),
    assessmentType: iris('assessment', content.assessmentTypes),
    supervision: supervision && iriOf('supervision', supervision.type),
    supervisionPlace: supervision?.place,
    gradingScheme: content.gradingScheme,
    isced: iris('iscedF', content.fields),
    instructionLanguage: iris('language', content.languages),
    opportunityType: content.opportunityType && iriOf('learningOpportunity', content.opportunityType),
    entryRequirement: content.prerequisites,
    ...bodies(facts),
    ...stackability(facts),
    ...describingMembers(content),
    legalForm: addresses.vocabulary + legalFormNames[facts.form],
    certificateName: certificateName(facts),
    syllabus: syllabus(facts),
    furtherInformation: content.furtherInformation,
    homepage: content.homepage,
  };
}
