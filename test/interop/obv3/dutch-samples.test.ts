import { describe, expect, test } from 'vitest';
import { dutch, imported, namesIn, read, spot } from './imported.ts';

describe('the samples of Dutch education', () => {
  test('hours, an identifier and a country', () => {
    expect(imported(dutch('mbob_eo_eov_microcredential_full')).content).toEqual({
      title: { nl: 'Microcredential Oogcontact maken zonder creepy te kijken' },
      description: { nl: expect.stringContaining('Beheers de delicate balans') },
      learningOutcomes: [{ text: { nl: expect.stringContaining('De student kan oogcontact maken') } }],
      workload: { hours: 240 },
      level: { eqf: 4 },
      assessmentTypes: ['written-examination'],
      participation: { modes: ['onsite', 'blended'] },
      languages: ['nl'],
      supervision: { type: 'supervised-with-id', place: 'onsite' },
      gradingScheme: {
        title: { nl: 'Final Project Grade' },
        description: { en: 'Results: lowest 1, highest 10, required to pass 6.' },
      },
      furtherInformation: { en: 'Identifier of the education programme: 20121343' },
      awardingBodies: [{ name: { nl: 'MBO Beek' }, country: 'NL' }],
      legalForms: ['other'],
    });
  });

  test('credits, quality assurance and Markdown', () => {
    const { content, at } = imported(dutch('theed_microcredential_full_ho'));
    expect(content).toMatchObject({
      workload: { ects: 3 },
      qualityAssurance: [
        {
          body: {
            name: {
              en: 'M Psychological Assessment\n\nToets nieuwe opleiding\n**WO-minor**\n Psychologische Assessment\n\nAV-4223',
            },
          },
          reference: 'https://data.example.com/decisions/AV-4223',
        },
      ],
      awardingBodies: [{ name: { en: 'Naboo Theed University' } }],
    });
    expect(content.description?.en).toContain('# Badge Awarded\n## Achievement Unlocked\nThis **badge**');
    expect(at(`${spot}/description`)).toContain('signs of Markdown');
    expect(at(`${spot}/ECTS`)).toContain('stated without hours');
    expect(at('#/issuer')).toContain('The country of the awarding body is not stated, or not in our list');
  });

  test('nothing about the person is read', () => {
    for (const name of namesIn('open-badges-nl')) {
      expect(JSON.stringify(imported(read('open-badges-nl', name)))).not.toMatch(/8\.[05]|students\/stu/);
    }
  });
});
