import { jsonLimits } from '../../domain/shared/json-limits.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { type InputFault, inputFault } from '../../domain/verification/received.ts';
import { textFor } from '../../domain/shared/language.ts';
import type { Claim, Report } from '../../domain/verification/verification.ts';
import type { Services } from '../../services/index.ts';

const faults: Readonly<Record<InputFault, string>> = {
  empty: 'is empty',
  tooLarge: `is over ${jsonLimits.bytes / 1_000_000} MB`,
  tooDeep: `is nested deeper than ${jsonLimits.depth} levels`,
};
/** Neither done nor refused: the check was made, and the verdict is another than valid. */
const notValid = 2;

type Fact = readonly [name: string, value: string | undefined];
const listed = (values: readonly (string | undefined)[]): string | undefined =>
  values.filter((value) => value !== undefined && value !== '').join(', ') || undefined;

/** What a document says of one person and one achievement; all that it says is in the JSON. */
const factsOf = ({ learner, learnerNames = [], title, grade, results = [], completedOn }: Claim): readonly Fact[] => [
  ['holder', learner ?? listed(learnerNames)],
  ['title', title && textFor(title, 'en')?.text],
  ['result', grade ?? listed(results.map(({ value, status }) => value ?? status))],
  ['completed on', completedOn],
];

/** A report in words. */
function inWords({ verdict, kind, fetchedFrom, checkedAt, checks, summary }: Report): string[] {
  const { issuer, awardedOn, validFrom, validUntil, claims = [], unread } = summary;
  const facts: readonly Fact[] = [
    ['kind', kind],
    ['from', fetchedFrom],
    ['checked at', checkedAt],
    ['issuer', issuer && listed([issuer.name && textFor(issuer.name, 'en')?.text, issuer.id])],
    ...[summary, ...claims].flatMap(factsOf),
    ['awarded on', awardedOn],
    ['valid from', validFrom],
    ['valid until', validUntil],
    ['not readable', unread && listed(unread)],
  ];
  return [
    verdict,
    ...facts.filter(([, value]) => value !== undefined).map(([name, value = '']) => `  ${name.padEnd(14)}${value}`),
    'checks',
    ...checks.flatMap(({ name, outcome, source, problem }) => [
      `  ${name.padEnd(14)}${outcome.padEnd(14)}${source}`,
      ...(problem ? [`    ${[problem.title, problem.detail].filter(Boolean).join(' ')}`] : []),
    ]),
  ].map(withoutControls);
}

/** A stranger's text must not move about on the operator's screen (ECMA-48), nor begin a line of its own. */
const withoutControls = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');

/** Checks what the command line read, as page and API do; the bytes come in base64. */
export async function verifyFile(
  { verifying, now }: Services,
  [file = '', option]: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Readonly<{ lines: readonly string[]; exitCode: number }>> {
  if (option !== undefined && option !== '--json')
    throw new DomainError('malformed-request', `There is no option ${option}; --json prints the whole report.`);
  const bytes = new Uint8Array(Buffer.from(files[file] ?? '', 'base64'));
  const fault = inputFault(bytes);
  if (fault) throw new DomainError('malformed-request', `${file === '-' ? 'What came in' : file} ${faults[fault]}.`);
  const report = await verifying.verifyReceived({ bytes }, now());
  const lines = option === '--json' ? [JSON.stringify(report, null, 2)] : inWords(report);
  return { lines, exitCode: report.verdict === 'valid' ? 0 : notValid };
}
