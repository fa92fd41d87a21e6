import type { Ports } from './ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'addresses' | 'strangerReads' | 'selfCheck'>;
export type Resolution = 'passed' | 'failed' | 'unknown';
export type HealthReport = Readonly<{
  live: true;
  ready: boolean;
  stranger?: Readonly<{ did: Resolution; context: Resolution; statusList: Resolution }>;
}>;

/** At most this many addresses are fetched, so that a check of health stays short. */
const mostAsked = 20;

/** Whether the service can do its work, and whether what it signs can be checked by somebody else. */
export function createHealth({ stores, addresses, strangerReads, selfCheck }: Needs) {
  type Readable = Readonly<{ url: string; id: string }>;

  /** What every institution's certificates lead to: its DID, and each of its lists. */
  async function documents(): Promise<Readonly<{ dids: readonly Readable[]; lists: readonly Readable[] }>> {
    const dids: Readable[] = [];
    const lists: Readable[] = [];
    for (const { id, slug } of await stores.institutions.list()) {
      dids.push({ url: addresses.didDocument(slug), id: addresses.did(slug) });
      for (const { number } of await stores.statusLists.list(id)) {
        const url = addresses.statusList(slug, number, 'revocation');
        lists.push({ url, id: url });
      }
    }
    return { dids, lists };
  }

  /** Passed where each is there and is what it says; unknown where there is none yet. */
  async function resolve(readables: readonly Readable[]): Promise<Resolution> {
    if (readables.length === 0) return 'unknown';
    const answers = await Promise.all(
      readables.slice(0, mostAsked).map(async ({ url, id }) => (await strangerReads(url))?.['id'] === id),
    );
    return answers.every(Boolean) ? 'passed' : 'failed';
  }

  async function asStranger(): Promise<NonNullable<HealthReport['stranger']>> {
    const { dids, lists } = await documents();
    const [did, statusList, context] = await Promise.all([
      resolve(dids),
      resolve(lists),
      strangerReads(addresses.context),
    ]);
    return { did, statusList, context: context?.['@context'] === undefined ? 'failed' : 'passed' };
  }

  return {
    async check(includesStranger: boolean): Promise<HealthReport> {
      const answers = await Promise.all([stores.settings.get('public-url').then(() => true), selfCheck()]).catch(() => [
        false,
      ]);
      const ready = answers.every(Boolean);
      if (!ready || !includesStranger) return { live: true, ready };
      return { live: true, ready, stranger: await asStranger() };
    },
  };
}
