import type { Summary } from '../../domain/verification.ts';
import type { JsonObject } from '../../services/ports.ts';
import { codeOf } from '../formats/codes.ts';
import { hoursOf } from '../formats/duration.ts';
import { codesOf, eachOf, firstCode, firstObject, mapOf, noteOf, told } from './summary-values.ts';
import { asList, numberOf, objectsOf, textOf } from './values.ts';

const isEqf = (alignment: JsonObject): boolean =>
  textOf(alignment['targetType'])?.startsWith('ext:EQF') === true ||
  textOf(alignment['targetFramework']) === 'European Qualifications Framework';
const isQualityAssurance = (alignment: JsonObject): boolean =>
  textOf(alignment['targetType'])?.startsWith('ext:Quality') === true;

/** What any Open Badges 3.0 achievement says, and what the Dutch education profile adds in plain words. */
export function readOpenBadge(achievement: JsonObject): Partial<Summary> {
  const language = achievement['inLanguage'];
  const alignments = objectsOf(achievement['alignment']);
  const level = alignments.find(isEqf);
  const eqf =
    level && (textOf(level['targetCode']) ?? (textOf(level['targetUrl']) && codeOf('eqf', String(level['targetUrl']))));
  const outcomes = eachOf(
    alignments.filter((one) => !isEqf(one) && !isQualityAssurance(one)),
    (one) => {
      const text = mapOf(one['targetName'], language);
      const iri = textOf(one['targetUrl']);
      return text && { text, ...(iri ? { skills: [{ iri, label: text }] } : {}) };
    },
  );
  const checked = asList(achievement['supervisionType']).filter((one) => typeof one === 'string')[0];
  return told({
    title: mapOf(achievement['name'], language),
    description: mapOf(achievement['description'], language),
    level: eqf ? { eqf } : undefined,
    credits: numberOf(achievement['creditsAvailable']) ?? numberOf(achievement['ECTS']),
    learningOutcomes: outcomes,
    qualityAssurance: eachOf(alignments.filter(isQualityAssurance), (one) => ({
      type: String(one['targetType']),
      ...told({ body: mapOf(one['targetName'], language), reference: textOf(one['targetUrl']) }),
    })),
    assessmentTypes: codesOf('assessment', achievement['assessmentType']),
    modes: codesOf('mode', achievement['participationType']),
    supervision: checked === undefined ? undefined : { type: checked },
    gradingScheme: mapOf(firstObject(achievement['resultDescription'])['name'], language),
    syllabus: textOf(achievement['humanCode']),
    awardingBodies: eachOf(achievement['creator'], (creator) => {
      const name = mapOf(creator['name'], language);
      return name && { name, ...told({ homepage: textOf(creator['url']) }) };
    }),
  });
}

/** The main elements of a European Digital Credential (EDC-AP 3.2), which is a document of VC 1.1. */
export function readEuropeanCredential(document: JsonObject): Partial<Summary> {
  const claim = objectsOf(firstObject(document['credentialSubject'])['hasClaim']).find((one) =>
    asList(one['type']).includes('LearningAchievement'),
  );
  if (!claim) return {};
  const specification = firstObject(claim['specifiedBy']);
  const assessment = firstObject(claim['provenBy']);
  const [points] = objectsOf(specification['creditPoint']).map(({ point }) => Number(point));
  const eqf = firstCode('eqf', specification['eqfLevel']);
  const supervision = firstCode('supervision', assessment['idVerification']);
  const grade = noteOf(assessment['grade']);
  return told({
    title: mapOf(firstObject(document['displayParameter'])['title']) ?? mapOf(claim['title']),
    description: mapOf(firstObject(document['displayParameter'])['description']) ?? mapOf(specification['description']),
    level: eqf ? { eqf } : undefined,
    credits: numberOf(points),
    hours: hoursOf(specification['volumeOfLearning']),
    learningOutcomes: eachOf(specification['learningOutcome'], (one) => {
      const text = mapOf(one['title']);
      return text && { text };
    }),
    assessmentTypes: codesOf('assessment', firstObject(assessment['specifiedBy'])['dcType']),
    modes: codesOf('mode', specification['mode']),
    supervision: supervision ? { type: supervision } : undefined,
    prerequisites: noteOf(specification['entryRequirement']),
    grade: grade && Object.values(grade)[0],
    awardingBodies: eachOf(firstObject(claim['awardedBy'])['awardingBody'], (one) => {
      const name = mapOf(one['legalName']);
      return name && { name };
    }),
  });
}
