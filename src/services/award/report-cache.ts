import { hasPassed } from '../../domain/shared/age.ts';
import type { Report } from '../../domain/verification/verification.ts';
import type { Made, ReportCache } from '../ports/reports.ts';

/** Also what lies at other hosts, which no basis covers, is looked at so often. */
const keptForMs = 60_000;
/** One takes a few kilobytes. */
const mostKept = 1_000;
/** A document of the largest size may have a summary of its size. */
const longestKept = 50_000;

type Kept = Made & Readonly<{ basis: string; madeAt: Date }>;
type UnderWay = Readonly<{ basis: string; report: Promise<Report> }>;

const holds = ({ madeAt, turnsAt }: Kept, now: Date): boolean =>
  !hasPassed(keptForMs, madeAt, now) && !turnsAt.some((moment) => madeAt.getTime() < moment && moment <= now.getTime());

/**
 * Remembers reports by what they rest on. `isShared`: whether one reader may wait for the check that another began; in a
 * Worker nobody may, because it stops where that reader is cut off.
 */
export function createReportCache(isShared: boolean): ReportCache {
  // The services take no package: a map in the order of making is all that is needed, for age decides before use does.
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, UnderWay>();

  function keep(document: string, entry: Kept): void {
    kept.delete(document);
    if (JSON.stringify(entry.report).length > longestKept) return;
    kept.set(document, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) return;
      kept.delete(oldest);
    }
  }

  async function makeAnew(
    document: string,
    basis: string,
    now: () => Date,
    make: () => Promise<Made>,
  ): Promise<Report> {
    // Counted from its beginning: what changes while it is made may not be in it.
    const madeAt = now();
    const made = await make();
    keep(document, { ...made, basis, madeAt });
    return made.report;
  }

  return {
    async read(document, basis, now, make) {
      const known = kept.get(document);
      if (known?.basis === basis && holds(known, now())) return known.report;
      const others = isShared ? underWay.get(document) : undefined;
      if (others?.basis === basis) return others.report;
      const mine = { basis, report: makeAnew(document, basis, now, make) };
      if (isShared) underWay.set(document, mine);
      return mine.report.finally(() => {
        if (underWay.get(document) === mine) underWay.delete(document);
      });
    },
  };
}
