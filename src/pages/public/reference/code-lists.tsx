import type { FC } from 'hono/jsx';
import { codeLists as constants } from '../../../domain/shared/code-lists.ts';
import { type Label, labelFor, type Locale } from '../../../domain/shared/language.ts';
import { codeListTitles } from '../../../generated/vocab.ts';

export type CodeList = Readonly<{ name: string; title: string; concepts: readonly Concept[] }>;
type Concept = Readonly<{ code: string; label: Label }>;

/** Every list by the name that the contract has for it, the short ones first. */
export const codeLists: readonly CodeList[] = (Object.keys(constants) as (keyof typeof constants)[])
  .map((name) => ({
    name: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    title: codeListTitles[name],
    concepts: constants[name],
  }))
  .sort((one, other) => one.concepts.length - other.concepts.length);

export const codeId = (list: string, code: string): string => `code-${list}-${code}`;

const columns: readonly (readonly [Locale, string])[] = [
  ['en', 'English'],
  ['sv-SE', 'Swedish (Sweden)'],
  ['sv-FI', 'Swedish (Finland)'],
  ['fi', 'Finnish'],
];

export const CodeListSection: FC<CodeList> = ({ name, title, concepts }) => (
  <section id={`codes-${name}`}>
    <h3>
      <code>{name}</code>
    </h3>
    <p>{title}.</p>
    <details>
      <summary>{concepts.length} codes</summary>
      <div class="wide" tabindex={0} role="region" aria-label={`Codes of the list ${name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Code</th>
              {columns.map(([, language]) => (
                <th scope="col">{language}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {concepts.map(({ code, label }) => (
              <tr id={codeId(name, code)}>
                <th scope="row">
                  <code>{code}</code>
                </th>
                {columns.map(([locale]) => (
                  <td lang={locale}>{labelFor(label, locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </section>
);
