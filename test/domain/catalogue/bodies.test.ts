import { describe, expect, test } from 'vitest';
import type { DraftBody, NamedInstitution } from '../../../src/domain/catalogue/bodies.ts';
import { asPublished, withKnownBodies } from '../../../src/domain/catalogue/known-bodies.ts';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { passPublishGate, publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { qualityBody } from '../../../src/generated/vocab.ts';
import { completeContent } from '../../samples/content.ts';

const provsjo: NamedInstitution = {
  slug: 'provsjo',
  id: 'did:web:merit.example:institutions:provsjo',
  name: { sv: 'Provsjö högskola', en: 'Provsjö University College' },
  country: 'SE',
  homepage: 'https://provsjo.example/',
  identifiers: [{ kind: 'ror', value: 'https://ror.org/0fja11s71' }],
};
const publication = { country: 'SE', on: '2026-03-01', institutions: [provsjo] };
const ror = 'https://ror.org/0skarga36';
const written = { name: { sv: 'Branschrådet' }, country: 'SE' } as const;

const decided = { ...written, decision: { date: '2026-02-01' } };

const withAwarding = (...awardingBodies: readonly DraftBody[]) =>
  ({ ...completeContent, awardingBodies }) as MicrocredentialContent;
const withQuality = (body: DraftBody) =>
  ({ ...completeContent, qualityAssurance: [{ type: 'institutional-licence', body }] }) as MicrocredentialContent;
const published = (content: MicrocredentialContent, more = {}) =>
  asPublished(passPublishGate(content, publication), { ...publication, ...more });
const faultsOf = (content: MicrocredentialContent) =>
  publishGate(content, publication).faults.map(({ code, pointer }) => `${code} ${pointer}`);
const warningsOf = (content: MicrocredentialContent) =>
  publishGate(content, publication).warnings.map(({ code, pointer }) => `${code} ${pointer}`);

describe('the bodies of a course', () => {
  test('that are chosen are published as they are known that day, whatever the draft says of them', () => {
    const stale = {
      institution: 'provsjo',
      id: 'did:web:old.example',
      name: { sv: 'Provsjö' },
      country: 'FI',
    } as const;
    const content = published({ ...withAwarding(stale), ...withQualityOnly({ code: 'karvi' }) });
    const { slug, identifiers: _, ...known } = provsjo;
    expect(content.awardingBodies).toStrictEqual([{ institution: slug, ...known }]);
    expect(content.qualityAssurance[0]?.body).toStrictEqual({
      code: 'karvi',
      id: 'https://www.karvi.fi/',
      name: qualityBody.find(({ code }) => code === 'karvi')?.label,
      country: 'FI',
      homepage: 'https://www.karvi.fi/',
    });
    expect(published(content)).toStrictEqual(content);
  });

  const withQualityOnly = (body: DraftBody) => ({ qualityAssurance: withQuality(body).qualityAssurance ?? [] });

  test.each([
    ['nobody', withAwarding({}), ['awarding-body-name-missing', 'awarding-body-country-missing']],
    ['an institution that is not here', withAwarding({ institution: 'nowhere' }), ['body-unknown']],
    ['another institution, which did not agree', withAwarding({ institution: 'koesaari' }), ['body-unknown']],
    ['a DID written out', withAwarding({ ...written, id: provsjo.id }), ['body-id']],
    ['a mistyped ROR', withAwarding({ ...written, id: 'https://ror.org/0skarga37' }), ['body-id']],
    ['the institution twice', withAwarding({ institution: 'provsjo' }, { institution: 'provsjo' }), ['body-twice']],
    ['one ROR twice', withAwarding({ ...decided, id: ror }, { ...decided, id: ror }), ['body-twice']],
    ['no quality body', withQuality({}), ['quality-body-missing']],
    ['a quality body without a name', withQuality({ country: 'SE' }), ['quality-body-missing']],
    ['a quality body that is two', withQuality({ institution: 'provsjo', code: 'uka' }), ['body-chosen-twice']],
    ['a quality body that is not here', withQuality({ institution: 'koesaari' }), ['body-unknown']],
  ])('are refused: %s', (_, content, codes) => {
    expect(faultsOf(content).map((each) => each.split(' ')[0])).toEqual(codes);
  });

  test('are refused where they stand', () => {
    expect(faultsOf(withAwarding({ institution: 'provsjo' }, { institution: 'x' }))).toEqual([
      'body-unknown #/awardingBodies/1/institution',
    ]);
    expect(faultsOf(withQuality({ ...written, id: 'https://x.example' }))).toEqual([
      'body-id #/qualityAssurance/0/body/id',
    ]);
  });

  test('that are written out are warned of, those that a register knows are not', () => {
    const quiet = { ...withAwarding({ institution: 'provsjo' }), ...withQualityOnly({ code: 'uka' }) };
    expect(warningsOf(quiet)).toEqual([]);
    expect(warningsOf({ ...quiet, ...{ awardingBodies: [{ ...written, id: ror }] } })).toEqual([]);
    expect(warningsOf({ ...quiet, awardingBodies: [{ institution: 'provsjo' }, written] })).toEqual([
      'body-written #/awardingBodies/1/name',
    ]);
    expect(warningsOf({ ...quiet, ...withQualityOnly({ name: { sv: 'Nämnden' } }) })).toEqual([
      'body-written #/qualityAssurance/0/body/name',
    ]);
  });
});

describe('the policy for the certificate', () => {
  test('is published as the institution has it, whatever the draft says', () => {
    const draft = { ...withAwarding(written), courseCertificate: 'here' } as const;
    expect(published(draft)).not.toHaveProperty('courseCertificate');
    expect(published(draft, { courseCertificate: 'register' }).courseCertificate).toBe('register');
  });
});

describe('the bodies of a foreign document', () => {
  const read = (body: DraftBody) => {
    const content = { ...withAwarding(body), qualityAssurance: [{ body }, {}] } as MicrocredentialContent;
    const { awardingBodies, qualityAssurance } = withKnownBodies(content, [provsjo]);
    return [awardingBodies?.[0], qualityAssurance?.[0]?.body];
  };
  const named = { name: { en: 'Some name' } };

  test.each([
    ['its homepage', { ...named, homepage: 'http://www.Provsjo.example' }],
    ['its ROR', { ...named, id: 'https://ror.org/0fja11s71' }],
    ['its DID', { ...named, id: provsjo.id }],
  ])('is the institution by %s', (_, body) => {
    expect(read(body)).toEqual([{ institution: 'provsjo' }, { institution: 'provsjo' }]);
  });

  test('is a known quality body by its homepage or id, where it assures quality', () => {
    const body = { ...named, homepage: 'https://uka.se' };
    expect(read(body)).toEqual([body, { code: 'uka' }]);
    const nvao = { ...named, id: 'https://data.deqar.eu/agency/37' };
    expect(read(nvao)).toEqual([nvao, { code: 'nvao' }]);
  });

  test.each([named, { ...named, homepage: 'https://provsjo.example/annat' }, { ...named, homepage: 'no address' }, {}])(
    'stays as it is written: %j',
    (body) => {
      expect(read(body)).toEqual([body, body]);
    },
  );

  test('are none where there are none', () => {
    expect(withKnownBodies({ title: { sv: 'a' } }, [provsjo])).toStrictEqual({ title: { sv: 'a' } });
  });
});
