import type { FC } from 'hono/jsx';
import type { Claim, Report } from '../../../domain/verification/verification.ts';
import { Across } from '../../components/verdict/across.tsx';
import { Checks } from '../../components/verdict/checks.tsx';
import { claimRows, ClaimText } from '../../components/claim/claim.tsx';
import { documentRows, idRows } from '../../components/claim/document.tsx';
import { Holder, isHolderKnown } from '../../components/claim/people.tsx';
import { Rows } from '../../components/text/rows.tsx';
import { Drawn, verdictShapes } from '../../components/verdict/shapes.tsx';
import { Text } from '../../components/text/text.tsx';
import { Verdict } from '../../components/verdict/verdict.tsx';
import { formatDate } from '../../components/text/formats.ts';
import { isConfirmed } from '../../components/verdict/verdict-sentences.ts';
import { type View, viewInCountry } from '../../shell/view.ts';

type Props = Readonly<{ report: Report; view: View }>;

/** The answer first, the evidence below it, and last what the document says, or what was found of each one in it. */
export const Result: FC<Props> = ({ report, view: reader }) => {
  const view = viewInCountry(reader, report.summary.issuer?.country);
  const { credentials } = report;
  return (
    <>
      <section class="stack" aria-label={view.m.verify.result}>
        <Verdict report={report} view={view} who={!credentials} />
      </section>
      <section class="stack">
        <Checks report={report} view={reader} heading="h2" />
      </section>
      {credentials?.map((one, at) => (
        <OneInIt report={one} view={reader} number={at + 1} count={credentials.length} />
      ))}
      {!credentials && Object.keys(report.summary).length > 0 && <Said report={report} view={view} />}
    </>
  );
};

type OneProps = Props & Readonly<{ number: number; count: number }>;

/** One of the certificates in a presentation, with an answer of its own. */
const OneInIt: FC<OneProps> = ({ report, view: reader, number, count }) => {
  const view = viewInCountry(reader, report.summary.issuer?.country);
  return (
    <section class="stack">
      <h2>{view.m.presented.certificate(String(number), String(count))}</h2>
      <Verdict report={report} view={view} as="h3" who id={`verdict-${number}`} />
      <Checks report={report} view={reader} heading="h3" of={`check-${number}`} />
      {Object.keys(report.summary).length > 0 && <Said report={report} view={view} id={`unconfirmed-${number}`} />}
    </section>
  );
};

/** The document in plain words, whoever wrote it; marked where nobody knows that, and across where it was revoked. */
const Said: FC<Props & Readonly<{ id?: string }>> = ({ report, view, id = 'unconfirmed' }) => {
  const { m } = view;
  const facts = report.summary;
  const confirmed = isConfirmed(report);
  const country = facts.issuer?.country;
  const claim = facts.claims ? [] : claimRows({ facts, view, country });
  return (
    <section class={`stack said ${confirmed ? '' : 'unconfirmed'}`.trim()}>
      <SaidHeading confirmed={confirmed} view={view} id={id} />
      {report.verdict === 'revoked' && <Across word={m.verdicts[report.verdict].word} day={listDay(report, view)} />}
      {facts.title && (
        <h3>
          <Text of={facts.title} view={view} />
        </h3>
      )}
      {!facts.claims && <ClaimText facts={facts} view={view} below="h3" />}
      <Rows rows={[...documentRows({ facts, view }), ...claim, ...idRows({ facts, view })]} />
      {facts.claims?.map((each) => (
        <OneOfSeveral claim={each} view={view} country={country} />
      ))}
    </section>
  );
};

const SaidHeading: FC<Readonly<{ confirmed: boolean; view: View; id: string }>> = ({ confirmed, view: { m }, id }) =>
  confirmed ? (
    <>
      <h2>{m.verify.summary}</h2>
      <p class="quiet">{m.verify.summaryText}</p>
    </>
  ) : (
    <>
      <h2 class="unconfirmed-word">
        <Drawn shape={verdictShapes.undetermined} id={id} />
        {m.said.unconfirmed}
      </h2>
      <p class="quiet">{m.said.unconfirmedText}</p>
    </>
  );

/** When the list was published in which the revocation stands; the list does not say when it began. */
function listDay({ checks }: Report, { m, locale }: View): string | undefined {
  const found = checks.find(({ name, outcome }) => name === 'status' && outcome === 'failed');
  return found && m.said.asOf(formatDate(found.time, locale));
}

type ClaimProps = Readonly<{ claim: Claim; view: View; country: string | undefined }>;

const OneOfSeveral: FC<ClaimProps> = ({ claim, view, country }) => {
  const named = isHolderKnown(claim);
  return (
    <section class="stack claim">
      <h3>
        {named && <Holder facts={claim} view={view} />}
        {named && claim.title && ' – '}
        {claim.title && <Text of={claim.title} view={view} />}
        {!named && !claim.title && view.m.said.oneOfSeveral}
      </h3>
      <ClaimText facts={claim} view={view} below="h4" />
      <Rows rows={claimRows({ facts: claim, view, country })} />
    </section>
  );
};
