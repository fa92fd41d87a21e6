import type { Funding, TargetGroups } from '../../domain/catalogue/description/description.ts';
import { present } from '../../domain/shared/present.ts';
import { targetGroup } from '../../generated/vocab.ts';
import { codesIn, onlyFirst } from '../import/values.ts';
import type { Source } from './source.ts';

/** The groups of the European list that it is for. */
export function targetGroupsOf({ document, specifications, opportunities }: Source): TargetGroups | undefined {
  const parts = [...specifications, ...opportunities];
  const codes = codesIn(document, parts, 'targetGroup', targetGroup, 'target group');
  return codes.length > 0 ? { codes } : undefined;
}

/** A grant of ELM is paid to the course or to those who take it, and does not say which. */
export function fundingOf({ document, texts, opportunities }: Source): Partial<Funding> | undefined {
  const [grant] = onlyFirst(document, document.parts(opportunities, 'grant', 'grant'), 'grant');
  if (!grant) return undefined;
  const programme = texts.one(grant, 'title');
  if (!programme) {
    document.notes.add(grant.pointer, 'This grant was left out: its title, which says who paid, is missing.');
    return undefined;
  }
  document.notes.add(grant.pointer, 'This grant was taken as what paid for the course. Check that it did.');
  return { programme, ...present({ sentence: texts.one(grant, 'description') }) };
}
