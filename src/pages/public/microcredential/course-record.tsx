import type { FC } from 'hono/jsx';
import { labelFor } from '../../../domain/shared/language.ts';
import { ruleOfVersion } from '../../../domain/catalogue/credits.ts';
import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { PublishedEntry } from '../../../services/ports/index.ts';
import { labelOf } from '../../components/text/codes.ts';
import { Grade, saysThatItFails } from '../../components/course/grade.tsx';
import { recordRows } from '../../components/course/record.tsx';
import { syllabusRow } from '../../components/course/syllabus.tsx';
import { type Row, Rows } from '../../components/text/rows.tsx';
import { Outward, Prose } from '../../components/text/text.tsx';
import { factsOfVersion } from '../../components/course/facts.ts';
import { capitalised, listed } from '../../components/text/formats.ts';
import type { View } from '../../shell/view.ts';

type Props = Readonly<{ shown: PublishedEntry; view: View }>;

/** Every element of the EU standard that belongs to the offer. */
export const CourseRecord: FC<Props> = ({ shown: { institution, version }, view }) => {
  const { m, locale } = view;
  const { gradingScheme: _, homepage, ...facts } = factsOfVersion(version);
  const { legalForms } = version.content;
  const nouns = legalForms.map((form) => labelFor(ruleOfVersion(version, form).certificate.is.name, locale));
  const rows = [
    ...recordRows({ facts, view, country: institution.country }),
    gradingRow(version, view),
    syllabusRow(version, view),
    { label: m.record.certificate, value: capitalised(listed([...new Set(nouns)])) },
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
