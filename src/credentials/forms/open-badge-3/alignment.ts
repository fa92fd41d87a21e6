import type { JsonObject } from '../../../services/ports/index.ts';
import { withoutEmpty, isEsco, plain, type Facts } from './achievement.ts';
import { iriOf } from '../../document/codes.ts';

/** The level and the skills once more, in the form that readers of Open Badges know. */
export function alignments(facts: Facts): JsonObject[] {
  const { addresses, version, content } = facts;
  const level = 'eqf' in content.level ? content.level.eqf : undefined;
  const skills = new Map(
    content.learningOutcomes.flatMap(({ skills = [] }) => skills).map((skill) => [skill.iri, skill]),
  );
  const eqfLevel = level && {
    id: addresses.part(version, 'eqf'),
    type: ['Alignment'],
    targetName: `EQF level ${level}`,
    targetUrl: iriOf('eqf', String(level)),
    targetFramework: 'European Qualifications Framework',
    targetCode: String(level),
    targetType: 'ext:EQFLevel',
  };
  const aligned = [...skills.values()].map((skill, index) =>
    withoutEmpty({
      id: addresses.part(version, `a${index + 1}`),
      type: ['Alignment'],
      targetName: plain(skill.label, facts),
      targetUrl: skill.iri,
      targetFramework: isEsco(skill) ? 'ESCO' : undefined,
      targetType: 'ceasn:Competency',
    }),
  );
  return eqfLevel ? [eqfLevel, ...aligned] : aligned;
}
