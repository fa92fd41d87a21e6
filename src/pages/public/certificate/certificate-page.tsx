import type { FC } from 'hono/jsx';
import { textFor } from '../../../domain/shared/language.ts';
import type { Certificate } from '../../../services/award/certificates.ts';
import { Marks, nameOf, OwnGrade, type Props, Sheet } from './certificate-sheet.tsx';
import { Checks } from '../../components/verdict/checks.tsx';
import { dayRow, momentRow } from '../../components/text/days.tsx';
import { Outcomes } from '../../components/course/outcomes.tsx';
import { emblemsOf } from '../../components/course/description.tsx';
import { recordRows } from '../../components/course/record.tsx';
import { Rows } from '../../components/text/rows.tsx';
import { Identifier, Text, Written } from '../../components/text/text.tsx';
import { Verdict } from '../../components/verdict/verdict.tsx';
import { syllabusRow } from '../../components/course/syllabus.tsx';
import { type Facts, factsOfVersion } from '../../components/course/facts.ts';
import { formatDate } from '../../components/text/formats.ts';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { isolated } from '../../shell/text-direction.ts';
import { pageAt, type PageContext, type View, viewIn } from '../../shell/view.ts';

export async function certificate(c: PageContext, reader: View, token: string): Promise<Response> {
  const found = await c.env.services.certificates.read(token);
  const view = viewIn(reader, found.institution);
  const props = { certificate: found, facts: factsOf(found), view, token };
  const title = textFor(props.facts.title, view.locale)?.text ?? found.microcredentialSlug;
  const warning = found.report.verdict === 'valid' ? '' : `${view.m.verdicts[found.report.verdict].word} – `;
  return respond(
    c,
    <Layout view={view} title={`${warning}${isolated(nameOf(found, view))}: ${isolated(title)}`} noindex festive>
      <div class={`certificate sections ${found.report.verdict === 'valid' ? '' : 'withdrawn'}`.trim()}>
        <Verdict report={found.report} view={view} as="p" />
        <Sheet {...props} />
        {mayBeSaved(found) ? <Keep {...props} /> : <Evidence {...props} />}
        <FullRecord {...props} />
      </div>
    </Layout>,
    { cache: 'private', noindex: true },
  );
}

/** What the signed document itself says, before what the service knows of the version and the award. */
function factsOf({ award, version, report }: Certificate): Facts {
  return {
    ...factsOfVersion(version, award.legalForm),
    learner: award.nameAsAwarded,
    grade: award.grade,
    completedOn: award.completedOn,
    awardedOn: award.awardedOn,
    ...report.summary,
  };
}

const Keep: FC<Props> = ({ view: { m }, token }) => (
  <section class="stack screen">
    <h2>{m.certificate.download}</h2>
    <p class="prose">{m.certificate.downloadText}</p>
    <p>
      <a class="button" href={`/certificates/${token}?format=json`} download="certificate.json">
        {m.certificate.json}
      </a>
    </p>
    <p class="quiet prose">{m.certificate.printing}</p>
  </section>
);

/** A revoked or invalid certificate is not offered for download: the file itself would not show its state. */
const mayBeSaved = ({ report: { verdict } }: Certificate): boolean =>
  verdict === 'valid' || verdict === 'expired' || verdict === 'notYetValid' || verdict === 'undetermined';

const Evidence: FC<Props> = ({ certificate: { report }, view: { m }, token }) => (
  <section class="stack screen">
    <h2>{m.verdicts[report.verdict].word}</h2>
    <p class="prose">{m.certificate.noCopy}</p>
    <p>
      <a href={`/certificates/${token}?format=json`}>{m.certificate.evidence}</a>
    </p>
  </section>
);

/** The second page: everything the certificate says. */
const FullRecord: FC<Props> = ({ certificate, facts, view }) => {
  const { m } = view;
  const { institution, owner, microcredentialSlug, award, version, credential, report } = certificate;
  const course = pageAt(
    view,
    `/institutions/${owner.slug}/microcredentials/${microcredentialSlug}/versions/${award.version}`,
  );
  const rows = [
    facts.learner !== undefined && { label: m.record.holder, value: <Written text={facts.learner} /> },
    { label: m.record.issuer, value: <Text of={facts.issuer?.name ?? institution.name} view={view} /> },
    { label: m.record.grade, value: <OwnGrade certificate={certificate} facts={facts} view={view} /> },
    dayRow(m.record.completedOn, facts.completedOn, view),
    dayRow(m.record.awardedOn, facts.awardedOn, view),
    { label: m.record.sealedOn, value: formatDate(credential.issuedAt.toISOString(), view.locale) },
    momentRow(m.record.validFrom, facts.validFrom, view),
    momentRow(m.record.validUntil, facts.validUntil, view),
    ...recordRows({ facts, view, country: owner.country, emblems: emblemsOf(owner) }),
    syllabusRow(version, view),
    facts.id !== undefined && { label: m.record.credential, value: <Identifier text={facts.id} /> },
    { label: m.certificate.course, value: <a href={course}>{m.record.versionNumber(String(award.version))}</a> },
  ];
  return (
    <section class="stack" id="record">
      <Marks certificate={certificate} view={view} id="unconfirmed-record" />
      <h2>{m.certificate.record}</h2>
      <h3>{m.said.outcomes}</h3>
      <Outcomes outcomes={facts.learningOutcomes} view={view} skills />
      <Rows rows={rows} />
      <div class="screen">
        <Checks report={report} view={view} heading="h3" />
      </div>
    </section>
  );
};
