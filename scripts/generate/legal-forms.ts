import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { categories, type GroundOf } from '../../src/domain/legal-form/categories.ts';
import { legalFormCodes, legalForms } from '../../src/domain/legal-form/index.ts';
import type { Country, Rule, Sourced } from '../../src/domain/legal-form/rule.ts';
import { replaceFile, root } from './files.ts';

type FactName = keyof { [M in keyof Rule as Rule[M] extends Sourced<unknown> | undefined ? M : never]: true };
type Is<N extends FactName> = NonNullable<Rule[N]>['is'];
const none = '–';
const codes = (list: readonly string[]): string => list.join(', ') || 'nobody';
const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** How each fact is put in words. A fact without its words does not compile. */
const words: { [N in FactName]-?: (is: Is<N>) => string } = {
  credits: (is) => is,
  size: ({ least, most }) =>
    [least && `at least ${least} credits`, most && `at most ${most} credits`].filter(Boolean).join(', '),
  syllabus: yesOrNo,
  fee({ persons, clients, capPerCredit: cap }) {
    const payers = [...persons, ...(clients ? ['clients'] : [])];
    return codes(payers) + (cap ? `, at most ${cap.amount} ${cap.currency} a credit` : '');
  },
  audience: codes,
  application: codes,
  learners: (is) => is,
  certificate: ({ name, onRequest }) => `${name.sv} / ${name.fi}${onRequest ? ', on request' : ''}`,
};
const factNames = Object.keys(words) as FactName[];

const valueOf = (rule: Rule, name: FactName): string => {
  const fact = rule[name];
  return fact ? (words[name] as (is: unknown) => string)(fact.is) : none;
};
const sourceOf = ({ source }: Sourced<unknown>): string =>
  source === 'to-be-confirmed'
    ? '**to be confirmed**'
    : source.map(({ statute, paragraph, url }) => `[${statute} ${paragraph}](${url})`).join('; ');

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const periods = legalFormCodes.flatMap((code) => legalForms[code].rules.map((rule) => ({ code, rule })));
const until = ({ to }: Rule): string => to ?? 'today';

const overview = (): string =>
  table(
    ['Form', 'From', 'To', ...factNames, 'Lawyer'],
    periods.map(({ code, rule }) => [
      `\`${code}\``,
      rule.from,
      until(rule),
      ...factNames.map((name) => valueOf(rule, name)),
      yesOrNo(rule.confirmedByLawyer),
    ]),
  );

const facts = (): string =>
  periods
    .map(({ code, rule }) => {
      const stated = factNames.filter((name) => rule[name]);
      const rows = stated.map((name) => [name, valueOf(rule, name), sourceOf(rule[name]!)]);
      const heading = `### \`${code}\`, ${rule.from} to ${until(rule)}\n\n${legalForms[code].label.en}.`;
      return `${heading}\n\n${table(['Fact', 'What holds', 'Source'], rows)}`;
    })
    .join('\n\n');

type GroundRow = readonly [where: string, called: string, ground: Pick<GroundOf, 'source'>];
const groundRows = (): readonly GroundRow[] =>
  Object.entries(categories).flatMap(([category, { evaluation, revoke, correct }]) => [
    [`${category}: evaluation`, inAll(evaluation.words), evaluation] as const,
    ...revoke.map((each) => [`${category}: revoke, \`${each.ground}\``, inAll(each.words), each] as const),
    ...correct.map((each) => [`${category}: correct, \`${each.ground}\``, inAll(each.words), each] as const),
  ]);
const inAll = (each: GroundOf['words']): string => [...new Set(Object.values(each))].join(' / ');

const grounds = (): string =>
  table(
    ['Where', 'Words', 'Sweden', 'Finland'],
    groundRows().map(([where, called, { source }]) => [where, called, sourceOf(source.SE), sourceOf(source.FI)]),
  );

/** Each question once, with everything that it is asked of. */
function questions(): string {
  const asked = new Map<string, Set<string>>();
  const ask = (fact: Sourced<unknown> | undefined, of: string) => {
    if (fact?.question) asked.set(fact.question, (asked.get(fact.question) ?? new Set()).add(of));
  };
  for (const { code, rule } of periods) for (const name of factNames) ask(rule[name], `\`${code}\` ${name}`);
  for (const [where, , { source }] of groundRows()) {
    for (const country of Object.keys(source) as Country[]) ask(source[country], `${where} (${country})`);
  }
  return [...asked].map(([question, of]) => `- ${[...of].join('; ')}: ${question}`).join('\n');
}

const page = new URL('docs/legal-forms.md', root);
const mark = '## The forms';

/** docs/legal-forms.md with everything below its mark made from the rows; the sentences above it stay. */
export async function legalFormsPage(): Promise<string> {
  const text = await readFile(page, 'utf8');
  const made = [
    text.slice(0, text.indexOf(mark)).trimEnd(),
    `${mark}\n\n${overview()}`,
    `## Each fact and its source\n\n${facts()}`,
    `## Grounds and words of the two categories\n\n${grounds()}`,
    `## To be confirmed\n\n${questions()}`,
  ].join('\n\n');
  return format(made, { ...(await resolveConfig(page)), parser: 'markdown' });
}

export const writeLegalFormsPage = async (): Promise<void> => replaceFile(page, await legalFormsPage());
