import { describe, expect, test } from 'vitest';
import { credential, example, imported, snb } from './imported.ts';

const opportunity = (members: object) =>
  imported({ ...example('minimal-learning-opportunity-loq.jsonld'), ...members });
const groups = (...codes: readonly string[]) =>
  codes.map((code) => ({ id: `${snb}target-group/${code}`, type: 'Concept' }));
const grant = {
  type: 'Grant',
  title: { en: 'The recovery plan', sv: 'Återhämtningsplanen' },
  description: { en: 'Co-funded by the Union.' },
};

describe('target groups', () => {
  test('of a specification and of an opportunity are read, each once', () => {
    expect(imported(credential({ targetGroup: groups('c900d8ecb1', 'e7627913ad') })).content.targetGroups).toEqual({
      codes: ['migrants', 'completed-tertiary-education-eqf-6'],
    });
    expect(opportunity({ targetGroup: groups('c900d8ecb1', 'c900d8ecb1') }).content.targetGroups).toEqual({
      codes: ['migrants'],
    });
  });

  test('that are not in the list are left out, and named', () => {
    const { content, at } = opportunity({ targetGroup: groups('0000000000') });
    expect(content).not.toHaveProperty('targetGroups');
    expect(at('#/targetGroup/0')).toMatch(/target group .* is not in our list and was left out/);
  });
});

describe('a grant', () => {
  test('is taken as what paid for the course, to be checked', () => {
    const { content, at } = opportunity({ grant: { ...grant, contentURL: 'https://grant.example' } });
    expect(content.funding).toEqual({ programme: grant.title, sentence: grant.description });
    expect(at('#/grant')).toContain('Check that it did.');
    expect(at('#/grant/contentURL')).toContain('was left out');
  });

  test('without a title is left out, and so is a second one', () => {
    const nameless = opportunity({ grant: { type: 'Grant', description: { en: 'Money' } } });
    expect(nameless.content).not.toHaveProperty('funding');
    expect(nameless.at('#/grant')).toContain('its title, which says who paid, is missing');
    const two = opportunity({ grant: [grant, { type: 'Grant', title: { en: 'Another' } }] });
    expect(two.content.funding?.programme).toEqual(grant.title);
  });
});
