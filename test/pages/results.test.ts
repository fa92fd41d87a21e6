import { describe, expect, test } from 'vitest';
import {
  type Check,
  type FetchFault,
  fetchFaults,
  type Outcome,
  outcomes,
  type Report,
  verdictOf,
  verdicts,
} from '../../src/domain/verification/verification.ts';
import { messagesFor } from '../../src/pages/messages.ts';
import { prefixes } from '../../src/pages/shell/negotiation.ts';
import { foundBy, isConfirmed, sentencesOf } from '../../src/pages/components/verdict/verdict-sentences.ts';
import { award } from './fakes.ts';
import { reportOfKind, reports, reportWith, severalClaims, uncheckedKinds } from './reports.ts';
import { get, submit } from './requests.ts';
import { summary } from './samples.ts';

const all = Object.entries(prefixes);
const shown = async (report: Report, prefix = 'en') => submit(`/${prefix}/verify`, { text: '{}' }, { report });
const boxOf = (html: string) => /class="verdict-text">(.*?)<\/div><\/div><\/section>/s.exec(html)?.[1] ?? '';
const mainOf = (html: string) => /<main.*<\/main>/s.exec(html)?.[0] ?? '';

describe.each(all)('in /%s', (prefix, locale) => {
  const m = messagesFor[locale];
  test.each(Object.entries(reports))('the result %s is whole', async (_, report) => {
    const { status, html } = await shown(report, prefix);
    expect(status).toBe(200);
    expect(html).not.toMatch(/undefined|\[object|NaN|<dl[^>]*><\/dl>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain(`<h2 class="verdict-word">`);
    expect(html.length).toBeLessThan(40_000);
  });

  test.each(uncheckedKinds)('%s is told as what it is, with what to ask for', async (kind) => {
    const { words } = await shown(reportOfKind(kind), prefix);
    expect(boxOf(words)).toContain(m.verdicts.undetermined.word);
    expect(boxOf(words)).toContain(m.kinds[kind]);
    expect(boxOf(words)).toContain(m.askFor[kind]);
    expect(words).not.toContain(m.verdicts.invalid.word);
    expect(words).not.toContain(m.tryAgain);
  });

  test.each(['not-utf8', 'not-json', 'duplicate-member'] as const)(
    'what cannot be read is not told to be something else than a certificate: %s',
    async (reason) => {
      for (const kind of ['json', 'text'] as const) {
        const report = reportOfKind(kind, { verdict: 'malformed' });
        const checks = report.checks.map((check) =>
          check.name === 'format' ? { ...check, outcome: 'failed' as const, reason } : check,
        );
        const { words } = await shown({ ...report, checks }, prefix);
        expect(boxOf(words)).toContain(m.unreadable[reason]);
        expect(words).not.toContain(m.kinds[kind]);
      }
    },
  );

  test('what is expired or revoked is no reason to call it not genuine', async () => {
    const problem = (name: string) => ({ type: `https://mikromerit.example/problems/${name}`, title: 'x' });
    const { words } = await shown(
      reportWith('invalid', {
        proof: { outcome: 'failed' },
        period: { outcome: 'failed', problem: problem('expired') },
        status: { outcome: 'failed', problem: problem('revoked') },
      }),
      prefix,
    );
    expect(boxOf(words)).toContain(m.invalidBecause.proof);
    expect(boxOf(words)).not.toContain(m.invalidBecause.period);
    expect(boxOf(words)).not.toContain(m.invalidBecause.status);
  });

  test('a presentation is told from the certificate in it', async () => {
    const { words } = await shown(reports['presentation']!, prefix);
    expect(boxOf(words)).toContain(m.kinds.presentation);
    expect(boxOf(words)).toContain(m.presented.one);
    const empty = await shown(reportOfKind('presentation'), prefix);
    expect(boxOf(empty.words)).toContain(m.presented.none);
  });

  test('credits have a unit only where the document gives one', async () => {
    const unit = /(?<!\p{L})(hp|sp|op|ECTS)(?!\p{L})|poäng, hp|opintopist|högskolepoäng|studiepoäng/iu;
    const { words } = await shown(reports['foreign']!, prefix);
    expect(words).toContain(m.said.pointsValue('3'));
    expect(mainOf(words)).not.toMatch(unit);
    const european = reportWith('valid', {}, { summary: { ...reports['foreign']!.summary, creditUnit: 'ECTS' } });
    expect(mainOf((await shown(european, prefix)).words)).toContain('3 ECTS');
    expect(mainOf((await shown(reports['valid']!, prefix)).words)).toContain(
      locale === 'en' ? '3 ECTS' : locale === 'fi' ? '3 op' : '3 hp',
    );
  });

  test('several results, persons and levels are shown as several', async () => {
    const results = (await shown(reports['severalResults']!, prefix)).words;
    expect(results).toContain('Written examination: F');
    expect(results).toContain('Project: 87');
    expect(results).toContain(`Laboratory work: ${m.said.resultStatuses.InProgress}`);
    expect(results).not.toContain(`<dt>${m.record.grade}</dt>`);
    const claims = (await shown(reports['severalClaims']!, prefix)).words;
    expect(boxOf(claims)).toContain(m.said.several('3'));
    expect(boxOf(claims)).toContain('Ana First – Soil chemistry in practice');
    expect(boxOf(claims)).toContain('Ben Second – Soil physics in practice');
    expect(claims.match(/<section class="stack claim"><h3>/g)).toHaveLength(severalClaims.claims!.length);
    const levels = (await shown(reports['severalLevels']!, prefix)).words;
    expect(levels).toContain('<dd>EQF 5, EQF 6</dd>');
    const unclear = (await shown(reports['unclearLevel']!, prefix)).words;
    expect(unclear).toContain(m.said.unclearLevel);
    expect(unclear).toContain(`<dd>${m.said.unclear}</dd>`);
    expect(unclear).not.toContain('EQF 7:');
    for (const what of ['holder', 'result'] as const)
      expect(boxOf((await shown(reports['unread']!, prefix)).words)).toContain(m.said.unread[what]);
  });
});

describe('the box of the verdict', () => {
  test('names person, course, issuer and day, whatever the verdict', async () => {
    for (const verdict of verdicts) {
      const box = boxOf((await shown(reportWith(verdict, {}))).words);
      for (const part of [
        'Åsa Öhman-Järvinen',
        'Applied machine learning',
        'Norrlands tekniska universitet',
        '5 November 2026',
      ])
        expect(box).toContain(part);
    }
  });
  test('says of a name with a key alone that it proves nothing, and says where a link led', async () => {
    expect(boxOf((await shown(reports['foreign']!)).words)).toContain('The key by itself does not prove');
    const fetched = boxOf((await shown(reports['fetched']!)).words);
    expect(fetched).toContain('Fetched from <a href="https://university.example/certificates/abc"');
  });
  test('says of a link that led nowhere not that something was fetched', async () => {
    const box = boxOf((await shown(reports['link']!)).words);
    expect(box).toContain('The link: <a href="https://nowhere.example/certificates/1"');
    expect(box).not.toContain('Fetched from');
  });
  test('calls no day of validity the day of the award', async () => {
    const box = boxOf((await shown(reports['foreign']!)).words);
    expect(box).toContain('<dt>In force from</dt><dd>1 January 2026</dd>');
    expect(box).not.toContain('<dt>Awarded</dt>');
  });
});

describe('what is not confirmed', () => {
  const marks = [
    'class="unconfirmed-word"',
    'class="stack said unconfirmed"',
    'What the document says – not confirmed:',
  ];
  test.each(['invalid', 'malformed', 'unreachable', 'unsigned'])(
    'is marked by word and shape where it is %s',
    async (name) => {
      const { html } = await shown(reports[name]!);
      for (const mark of marks) expect(html).toContain(mark);
      expect(html).toMatch(/class="unconfirmed-word"><svg/);
      const certificate = await get('/en/certificates/t', { report: reports[name]! });
      expect(certificate.html.match(/class="unconfirmed-word"><svg.*?Not confirmed/g)).toHaveLength(2);
    },
  );
  test.each(['valid', 'revoked', 'suspended', 'expired'])('is not what is %s', async (name) => {
    const { html } = await shown(reports[name]!);
    for (const mark of marks) expect(html).not.toContain(mark);
  });
  test('is what was revoked without anybody knowing who wrote it', () => {
    for (const name of ['format', 'issuer', 'proof'] as const)
      for (const outcome of ['unknown', 'notApplicable', 'failed'] as const)
        expect(isConfirmed(reportWith('revoked', { [name]: { outcome } }))).toBe(false);
  });
});

describe('the checks', () => {
  test.each(Object.entries(reports))('are folded only where none of them is a reason: %s', async (_, report) => {
    const { html } = await shown(report);
    const wereMade = report.kind === 'credential' || report.kind === 'presentation';
    const isPlain =
      report.checks.every(({ outcome }) => outcome === 'passed' || outcome === 'notApplicable') || !wereMade;
    expect(html.includes('<details class="evidence">')).toBe(isPlain);
    expect(html.includes('<details class="evidence" open="">')).toBe(!isPlain);
  });

  test('never say of one document that it was changed and that it was not', () => {
    const changed = /was changed|innehållet har ändrats|dokumentet har ändrats|on muutettu/i;
    const unchanged = /nothing has been changed|ingenting har ändrats|mitään ole muutettu/i;
    const nothing = { revoked: false, suspended: false, expired: false, notYetValid: false };
    for (const [first, second] of pairs(outcomes)) {
      for (const [format, catalogue] of pairs(outcomes)) {
        const base = reportWith('valid', {
          format: { outcome: format },
          catalogue: { outcome: catalogue },
          proof: { outcome: first },
        });
        const checks: readonly Check[] = [...base.checks, { ...base.checks[2]!, outcome: second }];
        const report = { ...base, checks, verdict: verdictOf(checks, nothing) };
        for (const m of Object.values(messagesFor)) {
          const text = [...sentencesOf(report, m), ...checks.map((check) => foundBy(check, report, m))].join(' ');
          expect(changed.test(text) && unchanged.test(text), text).toBe(false);
        }
      }
    }
  });

  const status = (outcome: Outcome, purposes?: readonly string[]) =>
    shown(reportWith('valid', { status: { outcome, ...(purposes && { purposes }) } }));
  test.each([
    [['revocation', 'suspension'], 'The issuer has neither revoked nor suspended the certificate.'],
    [['revocation'], 'The issuer has not revoked the certificate.'],
    [['revocation', 'message'], 'The issuer has not revoked the certificate.'],
    [['suspension'], 'The document does not say where a revocation would be seen.'],
    [['message'], 'they say nothing of whether it is revoked'],
    [['refresh', 'message'], 'they say nothing of whether it is revoked'],
    [undefined, 'The issuer’s list says nothing against the certificate.'],
  ])('of a status with the purposes %j say “%s”', async (purposes, sentence) => {
    const { words } = await status('passed', purposes);
    expect(words).toContain(sentence);
    if (!purposes?.includes('revocation')) expect(words).not.toMatch(/has not revoked|neither revoked/);
  });
  test('of a status that does not apply because it is a message say so', async () => {
    expect((await status('notApplicable', ['message'])).words).toContain('they say nothing of whether it is revoked');
    expect((await status('notApplicable')).words).toContain('refers to no list');
  });
  test('do not say that it is in force today where something else speaks against it', async () => {
    const inForce = 'The certificate is in force today.';
    expect((await shown(reportWith('valid', { period: { outcome: 'passed' } }))).words).toContain(inForce);
    for (const verdict of verdicts.filter((each) => each !== 'valid'))
      expect((await shown(reportWith(verdict, { period: { outcome: 'passed' } }))).words).not.toContain(inForce);
  });
});

describe('“try again” is said', () => {
  const helps: readonly FetchFault[] = ['timeout', 'unreachable', 'unavailable', 'too-many'];
  test.each(fetchFaults)('only where it can help: %s', async (reason) => {
    const { words } = await shown(reportWith('undetermined', { issuer: { outcome: 'unknown', reason } }));
    expect(boxOf(words)).toContain(messagesFor.en.fetchFaults[reason]);
    expect(words.includes(messagesFor.en.tryAgain)).toBe(helps.includes(reason));
  });
  test('by the reason alone, whatever number stands in the detail', async () => {
    const problem = { type: 'about:blank', title: 'x', detail: 'The server answered 503.' };
    const { words } = await shown(
      reportWith('undetermined', { issuer: { outcome: 'unknown', reason: 'bad-status', problem } }),
    );
    expect(words).not.toContain(messagesFor.en.tryAgain);
  });
  test.each(Object.keys(reports).filter((name) => !['unreachable', 'link'].includes(name)))(
    'not of %s',
    async (name) => {
      for (const [prefix, locale] of all)
        expect((await shown(reports[name]!, prefix)).words).not.toContain(messagesFor[locale].tryAgain);
    },
  );
  const unreachable = { outcome: 'unknown', reason: 'unreachable' } as const;
  const problem = (name: string) => ({ type: `https://mikromerit.example/problems/${name}`, title: 'x' });
  test.each<[string, Parameters<typeof reportWith>[1], boolean]>([
    ['all that is open may pass', { issuer: unreachable, proof: unreachable }, true],
    [
      'the issuer is open because the seal is',
      { issuer: { outcome: 'unknown', problem: problem('check-failed') }, proof: unreachable },
      true,
    ],
    [
      'there is no seal',
      { status: unreachable, proof: { outcome: 'notApplicable', problem: problem('unsigned') } },
      false,
    ],
    [
      'another check stays open',
      { issuer: unreachable, format: { outcome: 'unknown', problem: problem('unknown-context') } },
      false,
    ],
  ])('only where nothing else stays open: %s', async (_, checks, expected) => {
    const { words } = await shown(reportWith('undetermined', checks));
    expect(words.includes(messagesFor.en.tryAgain)).toBe(expected);
  });
  test('an unsigned document says that it is unsigned, not that it is false', async () => {
    const { words } = await shown(reports['unsigned']!);
    expect(boxOf(words)).toContain(messagesFor.en.unsigned);
    expect(words).not.toContain('Not genuine');
  });
});

describe('a revoked certificate', () => {
  const revoked = { report: reports['revoked']!, award: { ...award, revokedAt: new Date('2026-11-12T08:00:00Z') } };
  test.each(all)('is marked across with its day and has no copy to save, in /%s', async (prefix, locale) => {
    const m = messagesFor[locale];
    const { html } = await get(`/${prefix}/certificates/t`, revoked);
    const marks = [...html.matchAll(/class="across"><span><strong>([^<]*)<\/strong><small>([^<]*)<\/small>/g)];
    expect(marks.map(([, word]) => word)).toEqual([m.verdicts.revoked.word, m.verdicts.revoked.word]);
    for (const [, , day] of marks) expect(day).toMatch(/^12\.? (november|marraskuuta|November) 2026$/);
    expect(html).not.toContain(' download=');
    expect(html).not.toContain(m.certificate.download);
    expect(html).not.toContain('class="button"');
    expect(html).toContain(m.certificate.noCopy);
    expect(html).toContain(`href="/certificates/t?format=json">${m.certificate.evidence}</a>`);
    const checked = await shown(revoked.report, prefix);
    expect(checked.html).toContain(`<strong>${m.verdicts.revoked.word}</strong>`);
    expect(checked.html).toMatch(/class="across">.*12\.? (november|marraskuuta|November) 2026/);
  });
  test.each(['valid', 'suspended', 'expired', 'invalid'])('is not one that is %s', async (name) => {
    expect((await get('/en/certificates/t', { report: reports[name]! })).html).not.toContain('class="across"');
  });
});

describe('what the document says', () => {
  test('is all there', async () => {
    const { words } = await shown(reports['everything']!);
    for (const part of [
      'You learn to choose, train and examine models',
      'Four assignments',
      '>https://university.example/criteria</a>',
      'Åsa Öhman / Å. Öhman-Järvinen',
      'The document gives several names.',
      '<dt>Described by</dt><dd><p><a href="https://company.example/"',
      '>Portfolio</a>',
      'Four reports',
      '80-1234',
      '(sourcedId)',
      'on site, identity checked',
      'Looked at by peers every year.',
      'lowest U, highest VG, required G',
    ])
      expect(words).toContain(part);
  });
  test('is in a language only where the document names one', async () => {
    const { html } = await shown(reports['unknownLanguage']!);
    expect(html).toContain('<bdi lang="">Soil chemistry</bdi>');
    expect(html).not.toMatch(/lang="(und|no tag)/);
    expect((await shown(reports['rightToLeft']!)).html).toContain('<bdi lang="ar">');
  });
  test('different numbers of one thing are all there, with a word on it', async () => {
    const { credits: _, hours: __, ...rest } = summary;
    const several = { ...rest, creditsSeveral: [3, 5], hoursSeveral: [80, 130] };
    const { words } = await shown(reportWith('valid', {}, { summary: several }));
    expect(words).toContain('80 / 130');
    expect(words).toContain('3 / 5');
    expect(words).toContain('the document gives different numbers');
  });

  test('what it is aligned with is told beside its framework and code, and is no outcome', async () => {
    const alignments = [
      { text: { en: 'Soil science' }, framework: 'National list', code: 'SOIL-1', url: 'https://list.example/1' },
    ];
    const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, alignments } }));
    expect(words).toMatch(/Aligned with<.*>Soil science<.*\(National list\)<.*\(SOIL-1\)</);
  });

  test('who described it is not called the awarding body', async () => {
    const describedBy = [{ name: { en: 'A Learning Company' } }];
    const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, describedBy } }));
    expect(words).toContain('<dt>Described by</dt><dd><p>A Learning Company</p>');
    expect(words).not.toContain('<dt>Awarding body</dt>');
  });
  test('a holder known by an address alone is shown by it', async () => {
    const { learner: _, ...rest } = summary;
    const { words } = await shown(reportWith('valid', {}, { summary: { ...rest, learnerEmail: 'asa@example.org' } }));
    expect(boxOf(words)).toContain('asa@example.org<span class="quiet note">Known by an e-mail address');
  });
  test.each([
    ['2026-01-01T00:30:00+09:00', '1 January 2026 at 00:30 UTC+09:00'],
    ['2025-12-31T23:30:00-11:00', '31 December 2025 at 23:30 UTC-11:00'],
    ['2026-01-01T00:00:00Z', '1 January 2026 at 00:00 UTC'],
    ['2026-01-01T00:00:00', '1 January 2026 at 00:00'],
    ['2026-01-01', '1 January 2026'],
    ['2026-02-30', '2026-02-30'],
    ['next year', 'next year'],
  ])('the time %s is shown as %s', async (validUntil, text) => {
    for (const day of ['validFrom', 'validUntil'] as const) {
      const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, [day]: validUntil } }));
      expect(words).toContain(`<dd>${text}</dd>`);
    }
  });
});

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((one) => list.map((other) => [one, other] as const));
}
