import type { FC } from 'hono/jsx';
import type { Institution } from '../../../domain/institution/institution.ts';
import { type LanguageMap, languageFor, type LanguageCode, textFor } from '../../../domain/shared/language.ts';
import type { View } from '../../shell/view.ts';
import { CodedList, Coded } from '../text/coded.tsx';
import { Day } from '../text/days.tsx';
import { separatorOf } from '../text/formats.ts';
import type { Row } from '../text/rows.tsx';
import { Filled, Identifier, Outward, Prose, Text, Written } from '../text/text.tsx';
import type { Facts } from './facts.ts';

/** Where the emblems of an institution are; its pages show them, for others they would tell who reads. */
export const emblemsOf = ({ slug }: Pick<Institution, 'slug'>): string => `/api/v1/institutions/${slug}/emblems`;

/** `emblems`: where the emblems of the institution are, on pages of its own. */
type Props = Readonly<{ facts: Facts; view: View; emblems?: string | undefined }>;

/** For whom and about what it is, who paid for it, and what others may do with its description. */
export const descriptionRows = ({ facts, view, emblems }: Props): (Row | undefined)[] => [
  targetGroupsRow({ facts, view }),
  themesRow({ facts, view }),
  keywordsRow({ facts, view }),
  fundingRow({ facts, view, emblems }),
  ...reuseRows({ facts, view }),
];

function targetGroupsRow({ facts: { targetGroups }, view }: Props): Row | undefined {
  if (!targetGroups) return undefined;
  const { codes = [], text } = targetGroups;
  const value = (
    <>
      {codes.length > 0 && (
        <p>
          <CodedList list="targetGroup" codes={codes} view={view} initial />
        </p>
      )}
      <Prose of={text} view={view} />
    </>
  );
  return { label: view.m.described.targetGroups, value };
}

function themesRow({ facts: { themes = [] }, view }: Props): Row | undefined {
  if (themes.length === 0) return undefined;
  const names = themes.map(({ code, label }) => textFor(label, view.locale)?.text ?? code);
  const value = themes.map(({ code, label }, at) => (
    <>
      {at > 0 && separatorOf(names)}
      {textFor(label, view.locale) ? <Text of={label} view={view} /> : <Written text={code} />}
    </>
  ));
  return { label: view.m.described.themes, value };
}

/** Those in the language that the reader is given other texts in. */
function keywordsRow({ facts: { keywords = {} }, view }: Props): Row | undefined {
  const language = languageFor(Object.keys(keywords) as LanguageCode[], view.locale);
  const words = language === undefined ? [] : (keywords[language] ?? []);
  if (words.length === 0) return undefined;
  const value = words.map((word, at) => (
    <>
      {at > 0 && separatorOf(words)}
      <Text of={{ [language ?? '']: word }} view={view} />
    </>
  ));
  return { label: view.m.described.keywords, value };
}

function fundingRow({ facts: { funding }, view, emblems }: Props): Row | undefined {
  if (!funding) return undefined;
  const { described } = view.m;
  const { programme, project, code, until, emblem, sentence, then } = funding;
  const value = (
    <>
      {emblem !== undefined && emblems !== undefined && (
        <Emblem src={`${emblems}/${emblem}`} programme={programme} view={view} />
      )}
      <p>
        <Text of={programme} view={view} />
        {project && (
          <>
            : <Text of={project} view={view} />
          </>
        )}
        {code !== undefined && (
          <>
            {' '}
            (<Identifier text={code} />)
          </>
        )}
      </p>
      <Prose of={sentence} view={view} />
      {until !== undefined && (
        <p>
          <Filled message={described.until} with={<Day of={until} view={view} />} />
        </p>
      )}
      <Prose of={then} view={view} />
    </>
  );
  return { label: described.funding, value };
}

type Mark = Readonly<{ src: string; programme: LanguageMap | undefined; view: View }>;

/** The funder's emblem, called by the name of its programme. */
export const Emblem: FC<Mark> = ({ src, programme, view }) => {
  const name = textFor(programme, view.locale)?.text ?? '';
  return (
    <p>
      <img class="emblem" src={src} alt={name} />
    </p>
  );
};

function reuseRows({ facts: { licence, exampleToReuse, provenance }, view }: Props): (Row | undefined)[] {
  const { described } = view.m;
  return [
    exampleToReuse && {
      label: described.exampleToReuse,
      value: (
        <>
          <p>{described.mayBeReused}</p>
          <Prose of={exampleToReuse.whatWorked} view={view} />
        </>
      ),
    },
    licence === undefined
      ? undefined
      : { label: described.licence, value: <Coded list="licence" code={licence} view={view} initial /> },
    provenance && {
      label: described.basedOn,
      value: (
        <>
          <Outward href={provenance.version}>
            <Text of={provenance.title} view={view} />
          </Outward>
          , <Text of={provenance.institution} view={view} />
        </>
      ),
    },
  ];
}
