import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores } from '../../../src/store/index.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { contentWith } from '../../samples/content.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';
import { emblemOf, linkedData } from '../records.ts';

describe.each(databases)('on %s', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('themes are kept by their code, renamed and removed', async () => {
    const theme = (code: string, label: string) => ({ institutionId: 'umu', code, label: { sv: label } });
    await stores.themes.insert(theme('vatten', 'Vatten'));
    await stores.themes.insert(theme('is', 'Is'));
    await expect(stores.themes.insert(theme('is', 'Snö'))).rejects.toMatchObject({ code: 'already-exists' });
    await stores.themes.update(theme('is', 'Is och snö'));
    expect(await stores.themes.list('umu')).toEqual([theme('is', 'Is och snö'), theme('vatten', 'Vatten')]);
    expect(await stores.themes.remove('umu', 'is')).toBe(true);
    expect(await stores.themes.remove('umu', 'is')).toBe(false);
    expect(await stores.themes.list('umu')).toEqual([theme('vatten', 'Vatten')]);
  });

  test('an emblem is kept once, byte for byte', async () => {
    const emblem = emblemOf('umu');
    expect(await stores.emblems.insert(emblem)).toBe(true);
    expect(await stores.emblems.insert(emblem)).toBe(false);
    expect(await stores.emblems.find('umu', emblem.id)).toEqual(emblem);
    expect(await stores.emblems.ids('umu')).toEqual([emblem.id]);
    expect(await stores.emblems.find('umu', '0'.repeat(64))).toBeUndefined();
  });

  test('what is paid for until a day is found, with its funding, until it is withdrawn', async () => {
    const funding = { programme: { sv: 'Planen' }, until: '2027-06-30', then: { sv: 'Den läggs ned.' } };
    const { microcredential, version } = fixture;
    const next = { ...version, id: 'umu-next', number: 2, content: contentWith({ funding }) };
    await stores.microcredentials.insertVersion(next, linkedData);
    const published = { ...microcredential, publishedVersion: 2 };
    await stores.microcredentials.update(published);
    const ending = async (fundingEndsBefore: string) =>
      (await stores.microcredentials.list('umu', { limit: 50 }, { fundingEndsBefore })).items;
    expect(await ending('2027-06-30')).toEqual([]);
    expect(await ending('2027-07-01')).toEqual([{ ...published, funding }]);
    const [plain] = (await stores.microcredentials.list('umu', { limit: 50 })).items;
    expect(plain).toEqual(published);
    await stores.microcredentials.update({ ...published, withdrawnAt: version.publishedAt });
    expect(await ending('2027-07-01')).toEqual([]);
  });
});
