import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../src/domain/shared/errors.ts';
import type { Stores } from '../../src/services/ports/index.ts';
import { createMemory, createWorld, expectRefusal, type Memory } from '../fakes.ts';

/** The other tests rest on the fakes, so the fakes have to keep the promises of ports.ts. */
describe('the database in memory', () => {
  let memory: Memory;
  beforeEach(() => {
    memory = createMemory();
  });
  const setting = (name: string) => memory.stores.settings.get(name);
  const write = (stores: Stores) => stores.settings.keep('a', '1');

  test('undoes a transaction that throws, and keeps one that does not', async () => {
    const fall = memory.transact(async (stores) => {
      await write(stores);
      throw new Error('killed');
    });
    await expect(fall).rejects.toThrow('killed');
    expect(await setting('a')).toBeUndefined();
    await memory.transact(write);
    expect(await setting('a')).toBe('1');
  });

  test('shows others nothing of a transaction that is not through', async () => {
    let inside: Promise<unknown> = Promise.resolve();
    const open = new Promise<void>((resolve) => {
      inside = memory.transact(async (stores) => {
        await write(stores);
        resolve();
        await new Promise((later) => setTimeout(later, 5));
      });
    });
    await open;
    expect(await setting('a')).toBeUndefined();
    await inside;
    expect(await setting('a')).toBe('1');
  });

  test('runs one transaction at a time', async () => {
    const steps: string[] = [];
    const work = (name: string) =>
      memory.transact(async (stores) => {
        steps.push(`${name} begins`);
        await write(stores);
        steps.push(`${name} ends`);
      });
    await Promise.all([work('one'), work('two')]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  test('is an error where PGlite would wait for ever, and where a change has no transaction', async () => {
    await expect(memory.transact(() => setting('a'))).rejects.toThrow('outside the transaction');
    await expect(memory.transact(() => memory.transact(write))).rejects.toThrow('a transaction in a transaction');
    await expect(write(memory.stores)).rejects.toThrow('needs a transaction');
  });

  test('answers nothing more in a transaction after a refusal, caught or not', async () => {
    const world = await createWorld();
    const { institution } = world.provsjo;
    const work = world.memory.transact(async (stores) => {
      const again = stores.institutions.insert({ ...institution, id: 'other' });
      await expect(again).rejects.toBeInstanceOf(DomainError);
      return stores.institutions.find(institution.slug);
    });
    await expect(work).rejects.toThrow('the transaction is refused');
  });

  test('gives copies: whoever changes an answer changes nothing that is kept', async () => {
    const world = await createWorld();
    const { institution } = world.provsjo;
    const found = await world.ports.stores.institutions.get(institution.id);
    (found.name as Record<string, string>)['sv'] = 'changed';
    expect((await world.ports.stores.institutions.get(institution.id)).name.sv).toBe('Provsjö högskola');
  });
});

describe('a page of a list in memory', () => {
  test('follows the one before, newest first, with nothing twice and nothing lost', async () => {
    const world = await createWorld();
    const codes = ['aa', 'bb', 'cc', 'dd', 'ee'];
    for (const code of codes) {
      await world.drafted(world.provsjo, code);
      if (code !== 'bb') world.clock.advance(1);
    }
    const { stores } = world.ports;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await stores.microcredentials.list(world.provsjo.institution.id, {
        limit: 2,
        ...(cursor !== undefined && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ slug }) => slug));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual([...codes].reverse());
  });

  test('does not begin at a cursor that it never gave', async () => {
    const world = await createWorld();
    const { stores } = world.ports;
    const asked = stores.learners.list('i', { limit: 2, cursor: 'nonsense' }, { seesProtected: true });
    await expectRefusal(() => asked, 'malformed-request');
  });
});

describe('the fake signature', () => {
  test('is told by the fake verifier from one of a document that was changed', async () => {
    const world = await createWorld();
    const { award } = await world.story(world.provsjo);
    const { text } = await world.services.awarding.credential(world.provsjo.actors.issuer, 'provsjo', award.id);
    const verdictOf = async (document: string) =>
      (await world.services.verifying.verify(JSON.parse(document), world.clock.now())).verdict;
    expect(await verdictOf(text)).toBe('valid');
    expect(await verdictOf(text.replace('"Lo"', '"Lu"'))).toBe('invalid');
    const { proof: _, ...unsigned } = JSON.parse(text);
    expect(await verdictOf(JSON.stringify(unsigned))).toBe('invalid');
  });
});
