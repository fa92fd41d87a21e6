import type { FC } from 'hono/jsx';
import { labelFor } from '../../../domain/shared/language.ts';
import { ruleOfVersion } from '../../../domain/catalogue/credits.ts';
import { certificateOf } from '../../../domain/legal-form/certificate.ts';
import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { PublishedEntry } from '../../../services/ports/index.ts';
import { labelOf } from '../../components/text/codes.ts';
import { Grade, saysThatItFails } from '../../components/course/grade.tsx';
import { emblemsOf } from '../../components/course/description.tsx';
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
  const rows = [
    ...recordRows({
      facts,
      view,
      country: institution.country,
      emblems: emblemsOf(institution),
      signer: institution.name,
    }),
    gradingRow(version, view),
    syllabusRow(version, view),
    certificateRow(version, view),
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

/** What each of its forms gives, and what the study register gives beside it. */
function certificateRow(version: PublishedVersion, { m, locale }: View): Row {
  const { legalForms, courseCertificate } = version.content;
  const all = legalForms.map((form) => certificateOf(ruleOfVersion(version, form), courseCertificate));
  const nouns = all.map(({ name, onRequest }) => {
    const noun = labelFor(name, locale);
    return onRequest ? m.record.onRequest(noun) : noun;
  });
  const official = all.flatMap((one) => (one.official ? [labelFor(one.official, locale)] : []));
  return {
    label: m.record.certificate,
    value: (
      <>
        <p>{capitalised(listed([...new Set(nouns)]))}</p>
        {[...new Set(official)].map((noun) => (
          <p class="quiet">{m.record.fromRegister(noun)}</p>
        ))}
      </>
    ),
  };
}

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
