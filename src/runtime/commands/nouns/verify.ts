import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { type InputFault, inputFault } from '../../../domain/verification/received.ts';
import { textFor } from '../../../domain/shared/language.ts';
import type { Claim, Report } from '../../../domain/verification/verification.ts';
import type { Services } from '../../../services/index.ts';
import { withoutControls } from '../columns.ts';
import type { Answer, Commands, Typed } from '../command.ts';

export const verifyCommands: Commands = {
  verify: {
    parameters: ['FILE', '[--json]'],
    readsBytes: true,
    needsNoKey: true,
    needsNoDatabase: true,
    purpose: 'check a certificate in a file, or - for what comes in; ends with 0 where it is valid, with 2 where not',
    run: verifyFile,
  },
};

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
const factsOf = ({
  learner,
  learnerNames = [],
  title,
  grade,
  results = [],
  completedOn,
  examination,
  decidedIn,
}: Claim): readonly Fact[] => [
  ['holder', learner ?? listed(learnerNames)],
  ['title', title && textFor(title, 'en')?.text],
  ['result', grade ?? listed(results.map(({ value, status }) => value ?? status))],
  ['examined', examination && listed([examination.form, examination.place, examination.supervision])],
  ['decided in', decidedIn && listed([decidedIn.system, decidedIn.id])],
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

/** Checks what the command line read, as page and API do; the bytes come in base64. */
async function verifyFile({ verifying, now }: Services, { args: [file = ''], options, files }: Typed): Promise<Answer> {
  const bytes = new Uint8Array(Buffer.from(files[file] ?? '', 'base64'));
  const fault = inputFault(bytes);
  if (fault) throw new DomainError('malformed-request', `${file === '-' ? 'What came in' : file} ${faults[fault]}.`);
  const report = await verifying.verifyReceived({ bytes }, now());
  const lines = '--json' in options ? [JSON.stringify(report, null, 2)] : inWords(report);
  return { lines, exitCode: report.verdict === 'valid' ? 0 : notValid };
}
