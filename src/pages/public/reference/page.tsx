import type { Child, FC } from 'hono/jsx';
import { iconPath, referenceScriptPath, referenceStylePath, stylePath } from '../../../generated/assets.ts';
import { Brand, textFont } from '../../shell/layout.tsx';
import { CodeListSection, codeLists } from './code-lists.tsx';
import { components, info, operations, tags } from './contract.ts';
import { OperationSection } from './operation.tsx';
import { type Refusals, RefusalSections } from './refusals.tsx';
import { SchemaSection } from './schema.tsx';
import { Written } from './written.tsx';

/** The contract in readable form, whole without any script; `children` is the search. */
export const Page: FC<Readonly<{ sections: Child; children?: Child }>> = ({ sections, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>API reference – mikromerit</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="preload" href={textFont} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={stylePath} />
      <link rel="stylesheet" href={referenceStylePath} />
      <link rel="icon" href={iconPath} type="image/svg+xml" />
      <script type="module" src={referenceScriptPath}></script>
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="head">
        <div class="bounds">
          <Brand href="/" />
        </div>
      </header>
      <main id="content" class="bounds reference" tabindex={-1}>
        <h1>API reference</h1>
        <p class="prose">
          <Written text={info.description} />
        </p>
        <p>
          <a href="/openapi.json">The contract as OpenAPI 3.1 (JSON)</a>
        </p>
        {children}
        <Contents />
        {sections}
      </main>
    </body>
  </html>
);

const Contents: FC = () => (
  <nav aria-label="Contents">
    <ul>
      {tags.map(({ name }) => (
        <li>
          <a href={`#tag-${name}`}>{name}</a>
        </li>
      ))}
      {parts.map(([id, title]) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

const parts = [
  ['refusals', 'Refusals'],
  ['code-lists', 'Code lists'],
  ['schemas', 'Schemas'],
] as const;

/** All that the search can lead to. */
export const Sections: FC<Readonly<{ refusals: Refusals }>> = ({ refusals }) => (
  <>
    {tags.map(({ name }) => (
      <>
        <h2 id={`tag-${name}`}>{name}</h2>
        {operations
          .filter(({ operation }) => operation.tags[0] === name)
          .map((one) => (
            <OperationSection {...one} />
          ))}
      </>
    ))}
    <h2 id="refusals">Refusals</h2>
    <p class="prose">
      A refusal is a problem document (RFC 9457): its <code>type</code> is <code>/problems/</code> and one of these
      codes. Any operation may also answer 429 or 503; then <code>Retry-After</code> says how many seconds to wait.
    </p>
    <RefusalSections refusals={refusals} />
    <h2 id="code-lists">Code lists</h2>
    {codeLists.map((list) => (
      <CodeListSection {...list} />
    ))}
    <h2 id="schemas">Schemas</h2>
    {Object.entries(components.schemas).map(([name, schema]) => (
      <SchemaSection name={name} schema={schema} />
    ))}
  </>
);
