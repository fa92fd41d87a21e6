import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'stores' | 'addresses' | 'strangerCanRead'>;
export type Resolution = 'passed' | 'failed' | 'unknown';
export type HealthReport = Readonly<{
  live: true;
  ready: boolean;
  stranger?: Readonly<{ did: Resolution; context: Resolution; statusList: Resolution }>;
}>;
export type Health = ReturnType<typeof createHealth>;

/** Whether the service can do its work, and whether what it signs can be checked by somebody else. */
export function createHealth({ stores, addresses, strangerCanRead }: Needs) {
  const read = async (url: string | undefined): Promise<Resolution> =>
    url === undefined ? 'unknown' : (await strangerCanRead(url)) ? 'passed' : 'failed';

  async function asStranger(): Promise<NonNullable<HealthReport['stranger']>> {
    const [institution] = await stores.institutions.list();
    const [list] = institution ? await stores.statusLists.list(institution.id) : [];
    const [did, context, statusList] = await Promise.all([
      read(institution && addresses.didDocument(institution.slug)),
      read(addresses.context),
      read(institution && list && addresses.statusList(institution.slug, list.number, 'revocation')),
    ]);
    return { did, context, statusList };
  }

  return {
    async check(includesStranger: boolean): Promise<HealthReport> {
      const ready = await stores.settings.get('public-url').then(
        () => true,
        () => false,
      );
      if (!ready || !includesStranger) return { live: true, ready };
      return { live: true, ready, stranger: await asStranger() };
    },
  };
}
