import { todayIn } from '../../domain/shared/dates.ts';
import type { Ports, PublishedEntry } from '../ports/index.ts';

/** `nextStart`: the first day of the next run, where one is planned. */
export type ListedEntry = PublishedEntry & Readonly<{ nextStart?: string }>;

const keyOf = (of: Readonly<{ institutionId: string; microcredentialId: string }>): string =>
  `${of.institutionId} ${of.microcredentialId}`;

/** Says of each when its next run begins, from the day on that it is where its institution is. */
export const createNextStarts =
  ({ stores, now }: Pick<Ports, 'stores' | 'now'>) =>
  async (entries: readonly PublishedEntry[]): Promise<readonly ListedEntry[]> => {
    const byDay = Map.groupBy(entries, ({ institution }) => todayIn(institution, now()));
    const found = await Promise.all(
      [...byDay].map(([today, those]) =>
        stores.offerings.nextStarts(
          those.map(({ version }) => version),
          today,
        ),
      ),
    );
    const starts = new Map(found.flat().map((each) => [keyOf(each), each.startDate]));
    return entries.map((entry) => {
      const nextStart = starts.get(keyOf(entry.version));
      return nextStart === undefined ? entry : { ...entry, nextStart };
    });
  };
