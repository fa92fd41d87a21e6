import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { codeOf } from '../../document/codes.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { levelOf, levelsIn, levelStatement } from './levels.ts';
import { eachOf } from './order.ts';
import { addressOf, lineOf, linesOf, mapOf, mapOfAll, told } from './values.ts';

/** Open Badges 3.0 `AlignmentTargetType`: what these name is something the learner can do or know. */
const competencies = ['ceasn:Competency', 'CFItem', 'CTDL'];

/** The skills of ESCO are what they are without a type, too. */
const esco = 'http://data.europa.eu/esco/skill/';

type Kind = 'level' | 'quality' | 'nqf' | 'iscedF' | 'outcome' | 'other';

/** What an alignment is about: a framework that is known by its address is not what somebody learns. */
function kindOf(alignment: JsonObject): Kind {
  const types = linesOf(alignment['targetType']);
  if (levelStatement(alignment)) return 'level';
  if (types.some((type) => type.startsWith('ext:Quality'))) return 'quality';
  const url = lineOf(alignment['targetUrl']) ?? '';
  for (const list of ['nqf', 'iscedF'] as const) if (codeOf(list, url) !== url) return list;
  const isSkill = types.some((type) => competencies.includes(type)) || (types.length === 0 && url.startsWith(esco));
  return isSkill ? 'outcome' : 'other';
}

const outcomeIn = (language: unknown) => (one: JsonObject) => {
  const text = mapOf(one['targetName'], language);
  const iri = addressOf(one['targetUrl']);
  return text && { text, ...(iri === undefined ? {} : { skills: [{ iri, label: text }] }) };
};

const qualityIn = (language: unknown) => (one: JsonObject) => ({
  type: lineOf(one['targetType']) ?? '',
  ...told({
    // The name is that of what was assessed or decided, not of who did it.
    text: mapOfAll(['targetName', 'targetDescription', 'targetCode'].map((name) => mapOf(one[name], language))),
    reference: addressOf(one['targetUrl']),
  }),
});

const otherIn = (language: unknown) => (one: JsonObject) => {
  const text = mapOfAll(['targetName', 'targetDescription'].map((name) => mapOf(one[name], language)));
  return (
    text && {
      text,
      ...told({
        url: addressOf(one['targetUrl']),
        framework: lineOf(one['targetFramework']),
        code: lineOf(one['targetCode']),
        type: lineOf(one['targetType']),
      }),
    }
  );
};

/** What an achievement is aligned with (Open Badges 3.0 §B.3), each as what it is. */
export function readAlignments(nodes: Nodes, achievement: JsonObject, language: unknown): Partial<Claim> {
  const byKind = new Map<Kind, JsonObject[]>();
  for (const alignment of nodes.all(achievement['alignment'])) {
    const kind = kindOf(alignment);
    const found = byKind.get(kind) ?? [];
    found.push(alignment);
    byKind.set(kind, found);
  }
  const of = (kind: Kind) => byKind.get(kind) ?? [];
  const codes = (list: 'nqf' | 'iscedF') => of(list).map((one) => codeOf(list, lineOf(one['targetUrl']) ?? ''));
  const statements = of('level')
    .map(levelStatement)
    .filter((one) => one !== undefined);
  return told({
    level: levelOf(achievement, [...levelsIn(achievement['eqfLevel']), ...statements], codes('nqf')),
    qualityAssurance: eachOf(of('quality'), qualityIn(language)),
    fields: [...new Set(codes('iscedF'))].sort(),
    learningOutcomes: eachOf(of('outcome'), outcomeIn(language)),
    alignments: eachOf(of('other'), otherIn(language)),
  });
}
