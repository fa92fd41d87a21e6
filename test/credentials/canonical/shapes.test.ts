import { describe, expect, test } from 'vitest';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import type { CredentialFacts } from '../../../src/services/ports/index.ts';
import { completeContent, hoursOnlyContent, unevenContent } from '../../samples/content.ts';
import { institutionOf } from '../../samples/institution.ts';
import { addresses, factsOf, institution, versionOf } from '../fixture.ts';
import { another, createRoad } from './road.ts';

const contents: readonly (readonly [string, CompleteContent])[] = [
  ['complete', completeContent],
  ['uneven', unevenContent],
  ['without credits', hoursOnlyContent],
];
const host = institutionOf({
  id: 'institution-2',
  slug: 'host',
  review: 'waived',
  createdAt: new Date('2026-01-01T00:00:00Z'),
});

const base = { supervision: 'supervised-with-id', form: 'written-examination' } as const;
const examinations: readonly CredentialFacts['completion']['examination'][] = [
  undefined,
  { ...base, place: 'examination-room' },
  {
    ...base,
    place: 'learning-centre',
    identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' },
  },
];
const decisions: readonly CredentialFacts['completion']['decidedIn'][] = [
  undefined,
  { system: 'Ladok', id: 'beslut-17', attestedBy: 'Somebody', attestedAt: new Date('2027-03-02T08:00:00Z') },
];
/** Who has the course, who awards it, and who gave it. */
const parties = [{}, { host }, { host, issuer: host }] as const;

/** Every shape that an award of a version can have: which of the members that need not be there are there. */
const shapes = parties.flatMap((party) =>
  examinations.flatMap((examination) =>
    decisions.map((decidedIn) => ({
      ...party,
      completion: { examination, decidedIn } as CredentialFacts['completion'],
    })),
  ),
);

describe.each(contents)('of a version that is %s', (_, of) => {
  test('each shape of an award has a template, whose bytes are those of the general road', async () => {
    const { issue, issueAlone, templates, doubts, writer } = await createRoad();
    const version = await versionOf(of);
    const address = addresses.version(institution.slug, 'vatten', 2);
    for (const shape of shapes) {
      const facts = factsOf(version, shape);
      await issue(facts);
      await templates.settled();
      const next = another(facts);
      expect(templates.recognise(address, writer.compose(writer.defaultForm.id, next))).toBeDefined();
      expect(await issue(next)).toBe(await issueAlone(next));
    }
    expect(doubts).toEqual([]);
  });
});
