import type { CompleteContent } from '../../../domain/catalogue/microcredential.ts';
import { present } from '../../../domain/shared/present.ts';
import { iriOf } from '../../document/codes.ts';

/** What each theme is called, by its code. */
const themesOf = ({ themes = [] }: CompleteContent) =>
  themes.length > 0 ? Object.fromEntries(themes.map(({ code, label }) => [code, label])) : undefined;

/** Who paid, which stays true; the emblem by the digest of its bytes, which is its id. */
function fundingOf({ funding }: CompleteContent) {
  if (!funding) return undefined;
  const { programme, project, code, sentence, emblem } = funding;
  return present({ programme, project, code, sentence, emblem });
}

/** For whom and about what it is, who paid for it, and what others may do with its description. */
export const describingMembers = (content: CompleteContent) => ({
  targetGroup: content.targetGroups?.codes?.map((code) => iriOf('targetGroup', code)),
  targetGroupText: content.targetGroups?.text,
  theme: themesOf(content),
  keyword: content.keywords,
  funding: fundingOf(content),
  licence: content.licence && iriOf('licence', content.licence),
});
