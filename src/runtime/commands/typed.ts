import { DomainError } from '../../domain/shared/errors.ts';
import type { Command, Commands, Typed } from './command.ts';

export type Found = Readonly<{ command: Command; args: readonly string[]; options: Typed['options'] }>;
type Option = Readonly<{ name: string; takesValue: boolean }>;

/** The command that these words begin with, and what follows it. Throws where an option is unknown or has no value. */
export function findIn(commands: Commands, words: readonly string[]): Found | undefined {
  if (words.includes('--help')) return undefined;
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const found = command && { command, ...parsed(name, command, words.slice(length)) };
    if (found && takes(command, found.args)) return found;
  }
  return undefined;
}

/** The last parameter may be given several times. */
const isRepeated = (parameter: string): boolean => parameter.endsWith('…');
const isOptional = (parameter: string): boolean => parameter.startsWith('[');
const isOption = (parameter: string): boolean => parameter.startsWith('[--');

const optionsOf = ({ parameters }: Command): readonly Option[] =>
  parameters.filter(isOption).map((parameter) => {
    const [name = '', value] = parameter.slice(1, -1).split(' ');
    return { name, takesValue: value !== undefined };
  });

/** An option may stand anywhere. Where a command has none, a word is a word: somebody may be called so. */
function parsed(name: string, command: Command, words: readonly string[]): Pick<Found, 'args' | 'options'> {
  const known = optionsOf(command);
  const args: string[] = [];
  const options: Record<string, string> = {};
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (known.length === 0 || !word.startsWith('--')) {
      args.push(word);
      continue;
    }
    const option = known.find((each) => each.name === word);
    if (!option) throw noOption(name, word, known);
    const value = option.takesValue ? rest.shift() : '';
    if (value === undefined) throw new DomainError('malformed-request', `${word} needs a value after it.`);
    options[word] = value;
  }
  return { args, options };
}

const noOption = (name: string, word: string, known: readonly Option[]): DomainError =>
  new DomainError(
    'malformed-request',
    `There is no option ${word}; "${name}" knows ${known.map((each) => each.name).join(' and ')}.`,
  );

function takes({ parameters }: Command, args: readonly string[]): boolean {
  const positional = parameters.filter((parameter) => !isOption(parameter));
  const most = positional.some(isRepeated) ? Infinity : positional.length;
  return args.length <= most && args.length >= positional.filter((parameter) => !isOptional(parameter)).length;
}

/** What was wrong with words that are no command as they stand, and what there is. */
export function explainWith(commands: Commands, words: readonly string[]): string[] {
  const named = Object.entries(commands).find(([name]) => `${words.join(' ')} `.startsWith(`${name} `));
  if (named) {
    const [name, { parameters, purpose }] = named;
    return [`"${name}" takes: ${parameters.join(' ') || 'nothing'}`, `  ${purpose}`];
  }
  const ofNoun = Object.entries(commands).filter(([name]) => name.split(' ')[0] === words[0]);
  const isNoun = ofNoun.length > 0;
  return [...noCommand(words, isNoun), ...usage(isNoun ? ofNoun : Object.entries(commands))];
}

const noCommand = (words: readonly string[], isNoun: boolean): string[] =>
  words.length === 0 || (isNoun && words.length === 1) ? [] : [`There is no command "${words.join(' ')}".`];

/** A line for each command, those of one noun together. */
function usage(rows: readonly (readonly [string, Command])[]): string[] {
  const nouns = [...new Set(rows.map(([name]) => name.split(' ')[0]))];
  return [
    'npm run cli -- COMMAND …',
    ...nouns.flatMap((noun) => [
      '',
      ...rows
        .filter(([name]) => name.split(' ')[0] === noun)
        .map(([name, { parameters, purpose }]) => `  ${[name, ...parameters].join(' ')}\n      ${purpose}`),
    ]),
  ];
}
