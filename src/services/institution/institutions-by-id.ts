import type { Institution } from '../../domain/institution/institution.ts';
import type { Stores } from '../ports/index.ts';

/** The institutions with these ids, each read once, and not at all where it is at hand. */
export async function institutionsById(
  { institutions }: Pick<Stores, 'institutions'>,
  ids: readonly string[],
  atHand: readonly Institution[] = [],
): Promise<(id: string) => Institution> {
  const found = new Map(atHand.map((one) => [one.id, one]));
  for (const id of ids) if (!found.has(id)) found.set(id, await institutions.get(id));
  return (id) => {
    const one = found.get(id);
    if (one) return one;
    throw new Error(`institution ${id} was not asked for`);
  };
}
