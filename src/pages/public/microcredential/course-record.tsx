import type { FC } from 'hono/jsx';
import { labelFor } from '../../../domain/shared/language.ts';
import { legalForms } from '../../../domain/catalogue/legal-form.ts';
import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { PublishedEntry } from '../../../services/ports/index.ts';
import { labelOf } from '../../components/text/codes.ts';
import { Grade, saysThatItFails } from '../../components/course/grade.tsx';
import { Day } from '../../components/text/days.tsx';
import { recordRows } from '../../components/course/record.tsx';
import { type Row, Rows } from '../../components/text/rows.tsx';
import { Filled, Outward, Prose, Written } from '../../components/text/text.tsx';
import { factsOfVersion } from '../../components/course/facts.ts';
import { capitalised, formatDate, formatMoment } from '../../components/text/formats.ts';
import { pageAt, type View } from '../../shell/view.ts';

type Props = Readonly<{ shown: PublishedEntry; view: View }>;

/** Every element of the EU standard that belongs to the offer. */
export const CourseRecord: FC<Props> = ({ shown: { institution, version }, view }) => {
  const { m, locale } = view;
  const { gradingScheme: _, homepage, ...facts } = factsOfVersion(version);
  const certificate = labelFor(legalForms[version.content.legalForm].certificateName, locale);
  const rows = [
    ...recordRows({ facts, view, country: institution.country }),
    gradingRow(version, view),
    syllabusRow(version, view),
    { label: m.record.certificate, value: capitalised(certificate) },
    { label: m.record.country, value: labelOf('country', institution.country, locale) },
    homepage && { label: m.record.homepage, value: <Outward href={homepage} /> },
  ];
  return (
    <section class="stack">
      <h2>{m.course.record}</h2>
      <Rows rows={rows} />
    </section>
  );
};

function gradingRow({ content: { gradingScheme } }: PublishedVersion, view: View): Row {
  const { m } = view;
  const grades = gradingScheme.grades.map((grade) => (
    <li>
      <Grade value={grade.value} label={grade.label} view={view} />
      {!grade.passes && !saysThatItFails(grade) && <span class="quiet"> ({m.record.notPassing})</span>}
    </li>
  ));
  return {
    label: m.record.grading,
    value: (
      <>
        <Prose of={gradingScheme.title} view={view} />
        <Prose of={gradingScheme.description} view={view} />
        <ul role="list">{grades}</ul>
      </>
    ),
  };
}

export function syllabusRow({ content: { syllabus } }: PublishedVersion, view: View): Row | undefined {
  if (!syllabus) return undefined;
  const { m } = view;
  return {
    label: m.record.syllabus,
    value: (
      <>
        <Outward href={syllabus.url}>
          <Written text={syllabus.code} />
        </Outward>
        , <Filled message={m.record.decided} with={<Day of={syllabus.decisionDate} view={view} />} />
      </>
    ),
  };
}

/** The machinery, last: which version this is, how to prove it, and the others. */
export const VersionRecord: FC<Props & Readonly<{ versions: readonly PublishedEntry[] }>> = ({
  shown,
  versions,
  view,
}) => {
  const { institution, microcredentialSlug, version } = shown;
  const { m, locale, base } = view;
  const path = `/institutions/${institution.slug}/microcredentials/${microcredentialSlug}/versions/${version.number}`;
  const others = versions.map((each) => each.version).sort((a, b) => b.number - a.number);
  const rows: (Row | false)[] = [
    { label: m.course.version, value: String(version.number) },
    { label: m.course.published, value: formatMoment(version.publishedAt, locale) },
    {
      label: m.course.digest,
      value: (
        <>
          <code>{version.digest}</code>
          <p class="quiet">{m.course.digestMeaning}</p>
        </>
      ),
    },
    {
      label: m.course.permanentAddress,
      value: (
        <>
          <code>{`${base}${path}`}</code>
          <p>
            <a href={`${path}?format=json`}>{m.course.data}</a>
          </p>
        </>
      ),
    },
    others.length > 1 && {
      label: m.course.otherVersions,
      value: (
        <ul role="list">
          {others.map(({ number, publishedAt }) => (
            <li>
              <a
                href={pageAt(
                  view,
                  `/institutions/${institution.slug}/microcredentials/${microcredentialSlug}/versions/${number}`,
                )}
                aria-current={number === version.number ? 'page' : undefined}
              >
                {m.course.versionNumber(String(number))}
              </a>
              , {formatDate(publishedAt.toISOString(), locale)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <section class="stack">
      <h2>{m.course.version}</h2>
      <Rows rows={rows} />
    </section>
  );
};
