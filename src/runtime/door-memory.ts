import type { Fetched } from '../credentials/verification/door.ts';

const keptForMs = 60_000;
const maxKept = 500;
const maxKeptBytes = 10_000_000;

type Kept = Pick<Fetched, 'text' | 'contentType' | 'fetchedAt'>;

/** Remembers texts for a minute, so many and so large in all; what is parsed would take many times the room. */
export function createDoorMemory(now: () => Date) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (url: string) => {
    bytes -= kept.get(url)?.text.length ?? 0;
    kept.delete(url);
  };
  const isOld = ({ fetchedAt }: Kept) => now().getTime() - fetchedAt.getTime() >= keptForMs;
  return {
    get(url: string): Kept | undefined {
      const found = kept.get(url);
      return found && !isOld(found) ? found : undefined;
    },
    put(url: string, { text, contentType, fetchedAt }: Kept): void {
      drop(url);
      kept.set(url, { text, contentType, fetchedAt });
      bytes += text.length;
      // The oldest stand first.
      for (const [oldest, entry] of kept) {
        if (kept.size <= maxKept && bytes <= maxKeptBytes && !isOld(entry)) break;
        drop(oldest);
      }
    },
  };
}
