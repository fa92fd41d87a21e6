import type { FC } from 'hono/jsx';
import { labelFor, textFor } from '../domain/language.ts';
import { legalForms } from '../domain/legal-form.ts';
import type { Certificate } from '../services/certificates.ts';
import { Grade } from './components/grade.tsx';
import { Outcomes } from './components/outcomes.tsx';
import { dateRow, recordRows, Rows, validFromRow } from './components/record.tsx';
import { Strip } from './components/strip.tsx';
import { Text } from './components/text.tsx';
import { Checks, Verdict, wordOf } from './components/verdict.tsx';
import { syllabusRow } from './course-record.tsx';
import { type Facts, factsOfVersion } from './facts.ts';
import { capitalised, formatDate, formatMoment } from './formats.ts';
import { Layout } from './layout.tsx';
import { respond } from './respond.ts';
import { pageAt, type PageContext, type View, viewIn } from './view.ts';

type Props = Readonly<{ certificate: Certificate; facts: Facts; view: View; token: string }>;

export async function certificate(c: PageContext, reader: View, token: string): Promise<Response> {
  const found = await c.env.services.certificates.read(token);
  const view = viewIn(reader, found.institution);
  const props = { certificate: found, facts: factsOf(found), view, token };
  const title = textFor(props.facts.title, view.locale)?.text ?? found.slug;
  const warning = found.report.verdict === 'valid' ? '' : `${view.m.verdicts[wordOf(found.report)].word} – `;
  return respond(
    c,
    <Layout view={view} title={`${warning}${nameOf(found, view)}: ${title}`} noindex festive>
      <div class={`certificate sections ${found.report.verdict === 'valid' ? '' : 'withdrawn'}`.trim()}>
        <Verdict report={found.report} view={view} as="p" />
        <Sheet {...props} />
        <Keep {...props} />
        <FullRecord {...props} />
      </div>
    </Layout>,
    { cache: 'private', noindex: true },
  );
}

/** What the signed document itself says, before what the service knows of the version and the award. */
function factsOf({ award, version, report }: Certificate): Facts {
  return {
    ...factsOfVersion(version),
    learner: award.nameAsAwarded,
    grade: award.grade,
    completedOn: award.completedOn,
    awardedOn: award.awardedOn,
    ...report.summary,
  };
}

const nameOf = ({ version }: Certificate, { locale }: View): string =>
  capitalised(labelFor(legalForms[version.content.legalForm].certificateName, locale));

/** A joint award is everybody's who awards it. */
const awardingNames = ({ institution }: Certificate, { awardingBodies = [] }: Facts) =>
  awardingBodies.length > 1 ? awardingBodies.map(({ name }) => name) : [institution.name];

/** Room on one A4 for all the outcomes; where there are more, they are on the second page. */
function fitsOnSheet({ learningOutcomes = [] }: Facts, { locale }: View): boolean {
  const length = learningOutcomes.reduce((sum, { text }) => sum + (textFor(text, locale)?.text.length ?? 0), 0);
  return learningOutcomes.length <= 8 && length <= 900;
}

/** The first page: what hangs on a wall. */
const Sheet: FC<Props> = ({ certificate, facts, view, token }) => {
  const { m, locale, base } = view;
  const { institution, report } = certificate;
  return (
    <article class="sheet">
      <div class="sheet-in">
        <div class="sheet-issuer">
          {awardingNames(certificate, facts).map((name) => (
            <p>
              <Text of={name} view={view} />
            </p>
          ))}
        </div>
        <p class="sheet-kind">{nameOf(certificate, view)}</p>
        <p class="sheet-holder">{facts.learner}</p>
        <p>{m.certificate.completed}</p>
        <h1>
          <Text of={facts.title} view={view} />
        </h1>
        <Strip facts={facts} view={view} />
        <div class="sheet-outcomes">
          {fitsOnSheet(facts, view) ? (
            <>
              <h2>{m.certificate.outcomes}</h2>
              <Outcomes outcomes={facts.learningOutcomes} view={view} />
            </>
          ) : (
            <p>{m.certificate.outcomesInRecord}</p>
          )}
        </div>
        <dl class="sheet-signed">
          <Signed label={m.certificate.grade}>
            <OwnGrade certificate={certificate} facts={facts} view={view} />
          </Signed>
          <Signed label={m.record.issuer}>
            <Text of={facts.issuer?.name ?? institution.name} view={view} />
          </Signed>
          <Signed label={m.certificate.date}>{facts.awardedOn && formatDate(facts.awardedOn, locale)}</Signed>
        </dl>
        <p class="sheet-check">
          {m.certificate.checkedAt(formatMoment(report.checkedAt, locale))} {m.verdicts[wordOf(report)].word}.{' '}
          {m.certificate.checkAgain} {`${base}/certificates/${token}`}
        </p>
      </div>
    </article>
  );
};

const Signed: FC<Readonly<{ label: string; children?: unknown }>> = ({ label, children }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const OwnGrade: FC<Omit<Props, 'token'>> = ({ certificate, facts: { grade = '' }, view }) => {
  const { grades } = certificate.version.content.gradingScheme;
  return <Grade value={grade} label={grades.find(({ value }) => value === grade)?.label} view={view} />;
};

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

/** The second page: everything the certificate says. */
const FullRecord: FC<Props> = ({ certificate, facts, view }) => {
  const { m } = view;
  const { institution, slug, award, version, credential, report } = certificate;
  const course = pageAt(view, `/institutions/${institution.slug}/microcredentials/${slug}/versions/${award.version}`);
  const rows = [
    { label: m.record.holder, value: facts.learner },
    { label: m.record.issuer, value: <Text of={facts.issuer?.name ?? institution.name} view={view} /> },
    { label: m.record.grade, value: <OwnGrade certificate={certificate} facts={facts} view={view} /> },
    dateRow(m.record.completedOn, facts.completedOn, view),
    dateRow(m.record.awardedOn, facts.awardedOn, view),
    dateRow(m.record.sealedOn, credential.issuedAt.toISOString(), view),
    validFromRow(facts, report.checkedAt, view),
    dateRow(m.record.validUntil, facts.validUntil, view),
    ...recordRows({ facts, view, country: institution.country }),
    syllabusRow(version, view),
    facts.id !== undefined && { label: m.record.credential, value: <code>{facts.id}</code> },
    { label: m.certificate.course, value: <a href={course}>{m.course.versionNumber(String(award.version))}</a> },
  ];
  return (
    <section class="stack" id="record">
      <h2>{m.certificate.record}</h2>
      <h3>{m.certificate.outcomes}</h3>
      <Outcomes outcomes={facts.learningOutcomes} view={view} skills />
      <Rows rows={rows} />
      <details class="screen">
        <summary>{m.verify.checks}</summary>
        <Checks report={report} view={view} />
      </details>
    </section>
  );
};
