import type { FC } from 'hono/jsx';
import { labelFor, textFor } from '../../../domain/shared/language.ts';
import { ruleOfVersion } from '../../../domain/catalogue/credits.ts';
import { certificateOf } from '../../../domain/legal-form/certificate.ts';
import type { Certificate } from '../../../services/award/certificates.ts';
import { Across } from '../../components/verdict/across.tsx';
import { Day } from '../../components/text/days.tsx';
import { Grade } from '../../components/course/grade.tsx';
import { Outcomes } from '../../components/course/outcomes.tsx';
import { Drawn, verdictShapes } from '../../components/verdict/shapes.tsx';
import { Strip } from '../../components/course/strip.tsx';
import { Filled, Text, Written } from '../../components/text/text.tsx';
import { Examined } from './examined.tsx';
import { bodiesOf, type Facts, isDecidedTogether } from '../../components/course/facts.ts';
import { capitalised, formatDate, formatMoment } from '../../components/text/formats.ts';
import { isConfirmed } from '../../components/verdict/verdict-sentences.ts';
import type { View } from '../../shell/view.ts';

export type Props = Readonly<{ certificate: Certificate; facts: Facts; view: View; token: string }>;

/** What the paper calls itself; where it cannot be read, as the law calls it. */
export function nameOf({ award, version, report }: Certificate, { locale }: View): string {
  const said = textFor(report.summary.certificateName, locale)?.text;
  const { name } = certificateOf(ruleOfVersion(version, award.legalForm), version.content.courseCertificate);
  return capitalised(said ?? labelFor(name, locale));
}

/** A joint award is everybody's who awards it. */
const awardingNames = ({ institution }: Certificate, facts: Facts) => {
  const bodies = bodiesOf(facts);
  return bodies.length > 1 ? bodies.map(({ name }) => name) : [institution.name];
};

/** Room on one A4 for all the outcomes; where there are more, they are on the second page. */
function fitsOnSheet({ learningOutcomes = [] }: Facts, { locale }: View): boolean {
  const length = learningOutcomes.reduce((sum, { text }) => sum + (textFor(text, locale)?.text.length ?? 0), 0);
  return learningOutcomes.length <= 8 && length <= 900;
}

/** Who gave the course, or whose it is, where that is not who awards it. */
const Elsewhere: FC<Pick<Props, 'facts' | 'view'>> = ({ facts: { givenBy = [], courseOf = [] }, view }) => {
  const { certificate } = view.m;
  const [message, bodies] = courseOf.length > 0 ? [certificate.courseOf, courseOf] : [certificate.givenBy, givenBy];
  return bodies.map(({ name }) => (
    <p class="sheet-elsewhere">
      <Filled message={message} with={<Text of={name} view={view} />} />
    </p>
  ));
};

/** The first page, laid out to be framed. */
export const Sheet: FC<Props> = ({ certificate, facts, view, token }) => {
  const { m, locale, base } = view;
  const { institution, report } = certificate;
  return (
    <article class="sheet">
      <Marks certificate={certificate} view={view} id="unconfirmed-sheet" />
      <div class="sheet-in">
        <div class="sheet-issuer">
          {awardingNames(certificate, facts).map((name) => (
            <p>
              <Text of={name} view={view} />
            </p>
          ))}
          <Elsewhere facts={facts} view={view} />
        </div>
        <p class="sheet-kind">
          <Written text={nameOf(certificate, view)} />
        </p>
        <p class="sheet-holder">{facts.learner !== undefined && <Written text={facts.learner} />}</p>
        <p>{m.certificate.completed}</p>
        <h1>
          <Text of={facts.title} view={view} />
        </h1>
        <Strip facts={facts} view={view} />
        <div class="sheet-outcomes">
          {fitsOnSheet(facts, view) ? (
            <>
              <h2>{m.said.outcomes}</h2>
              <Outcomes outcomes={facts.learningOutcomes} view={view} />
            </>
          ) : (
            <p>{m.certificate.outcomesInRecord}</p>
          )}
        </div>
        <Examined facts={facts} view={view} />
        <dl class="sheet-signed">
          <Signed label={m.certificate.grade}>
            <OwnGrade certificate={certificate} facts={facts} view={view} />
          </Signed>
          <Signed label={m.record.issuer}>
            <Text of={facts.issuer?.name ?? institution.name} view={view} />
          </Signed>
          <Signed label={m.certificate.date}>{facts.awardedOn && <Day of={facts.awardedOn} view={view} />}</Signed>
        </dl>
        {isDecidedTogether(facts) && (
          <p class="sheet-check">
            <Text of={facts.issuer?.name ?? institution.name} view={view} /> {m.record.signsForAll}
          </p>
        )}
        <p class="sheet-check">
          {m.found.checkedAt(formatMoment(report.checkedAt, locale))} {m.verdicts[report.verdict].word}.{' '}
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

export const OwnGrade: FC<Omit<Props, 'token'>> = ({ certificate, facts: { grade = '' }, view }) => {
  const { grades } = certificate.version.content.gradingScheme;
  return <Grade value={grade} label={grades.find(({ value }) => value === grade)?.label} view={view} />;
};

/** Why the certificate is not in force; on each of the two pages, as they may be separated. */
export const Marks: FC<Pick<Props, 'certificate' | 'view'> & Readonly<{ id: string }>> = ({
  certificate: { award, report },
  view,
  id,
}) => {
  const { m, locale } = view;
  if (report.verdict === 'revoked')
    return (
      <Across
        word={m.verdicts[report.verdict].word}
        day={award.revokedAt && formatDate(award.revokedAt.toISOString(), locale)}
      />
    );
  if (isConfirmed(report)) return <></>;
  return (
    <p class="unconfirmed-word">
      <Drawn shape={verdictShapes.undetermined} id={id} />
      {m.said.unconfirmedMark}
    </p>
  );
};
