import type { Known } from '../../domain/catalogue/gate-check.ts';
import type { Stores } from '../ports/index.ts';

/** The themes and emblems of an institution, which its descriptions may name. */
export async function knownOf(
  { themes, emblems }: Pick<Stores, 'themes' | 'emblems'>,
  institutionId: string,
): Promise<Known> {
  const all = await themes.list(institutionId);
  return {
    themes: new Map(all.map(({ code, label }) => [code, label])),
    emblems: new Set(await emblems.ids(institutionId)),
  };
}
