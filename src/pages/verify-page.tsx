import type { FC } from 'hono/jsx';
import { jsonLimits } from '../domain/json-limits.ts';
import type { Report } from '../domain/verification.ts';
import { labelOf } from './codes.ts';
import { Outcomes } from './components/outcomes.tsx';
import { dateRow, recordRows, Rows } from './components/record.tsx';
import { Strip } from './components/strip.tsx';
import { Outward, Text } from './components/text.tsx';
import { Checks, Verdict } from './components/verdict.tsx';
import { capitalised } from './formats.ts';
import { Layout } from './layout.tsx';
import { respond } from './respond.ts';
import { type Fault, readInput } from './verify-input.ts';
import { pageAt, type PageContext, type View, viewInCountry } from './view.ts';

/** The form around a document of the largest size: boundaries, and the other field. */
export const formBytes = jsonLimits.bytes + 50_000;

export const verifyForm = (c: PageContext, view: View) => verifyPage(c, view, {});

/** The upload was stopped before all of it was read. */
export const tooLarge = (c: PageContext, view: View) => verifyPage(c, view, { fault: 'tooLarge' });

export async function verifyCertificate(c: PageContext, view: View): Promise<Response> {
  const { services } = c.env;
  const input = await readInput(c);
  if ('fault' in input) return verifyPage(c, view, input);
  const report = await services.verifying.verify(input.document, services.now());
  return verifyPage(c, viewInCountry(view, report.summary.issuer?.country), { report });
}

type Shown = Readonly<{ report?: Report; fault?: Fault; text?: string }>;

function verifyPage(c: PageContext, view: View, { report, fault, text }: Shown) {
  const { m } = view;
  const page = (
    <Layout view={view} title={m.verify.title} description={m.verify.lead} noindex={Boolean(report ?? fault)}>
      <div class="sections">
        <header class="stack">
          <h1>{m.verify.title}</h1>
          {!report && <p class="lead prose">{m.verify.lead}</p>}
        </header>
        {report && <Result report={report} view={view} />}
        {fault && (
          <div class="fault prose" role="alert" id="fault">
            <h2>{m.verify.notAccepted}</h2>
            <p>{m.verify.faults[fault]}</p>
          </div>
        )}
        <Form view={view} fault={fault} text={text} heading={report && m.verify.another} />
      </div>
    </Layout>
  );
  const status = fault === 'tooLarge' ? 413 : fault ? 400 : 200;
  return respond(c, page, { status, cache: 'private', noindex: Boolean(report ?? fault) });
}

const Result: FC<Readonly<{ report: Report; view: View }>> = ({ report, view }) => {
  const { m } = view;
  return (
    <>
      <section class="stack" aria-label={m.verify.result}>
        <Verdict report={report} view={view} />
      </section>
      <section class="stack">
        <h2>{m.verify.checks}</h2>
        <Checks report={report} view={view} />
      </section>
      <Said report={report} view={view} />
    </>
  );
};

/** The document in plain words, whoever wrote it. */
const Said: FC<Readonly<{ report: Report; view: View }>> = ({ report: { summary: facts }, view }) => {
  const { m } = view;
  const rows = [
    facts.certificateName && {
      label: m.record.document,
      value: <Text of={facts.certificateName} view={view} initial />,
    },
    facts.learner !== undefined && { label: m.record.holder, value: facts.learner },
    facts.issuer && { label: m.record.issuer, value: <Issuer issuer={facts.issuer} view={view} /> },
    facts.grade !== undefined && { label: m.record.grade, value: facts.grade },
    dateRow(m.record.completedOn, facts.completedOn, view),
    dateRow(m.record.awardedOn, facts.awardedOn, view),
    dateRow(m.record.validFrom, facts.validFrom, view),
    dateRow(m.record.validUntil, facts.validUntil, view),
    ...recordRows({ facts, view }),
    facts.syllabus !== undefined && { label: m.record.syllabus, value: <Outward href={facts.syllabus} /> },
    facts.achievement !== undefined && {
      label: m.course.permanentAddress,
      value: <Outward href={facts.achievement} />,
    },
    facts.id !== undefined && { label: m.record.credential, value: <code>{facts.id}</code> },
  ];
  return (
    <section class="stack">
      <h2>{m.verify.summary}</h2>
      <p class="quiet">{m.verify.summaryText}</p>
      {facts.title && (
        <h3>
          <Text of={facts.title} view={view} />
        </h3>
      )}
      <Strip facts={facts} view={view} country={facts.issuer?.country} />
      {facts.learningOutcomes && facts.learningOutcomes.length > 0 && (
        <>
          <h3>{m.certificate.outcomes}</h3>
          <Outcomes outcomes={facts.learningOutcomes} view={view} skills />
        </>
      )}
      <Rows rows={rows} />
    </section>
  );
};

const Issuer: FC<Readonly<{ issuer: NonNullable<Report['summary']['issuer']>; view: View }>> = ({ issuer, view }) => (
  <>
    {issuer.name && (
      <p>
        <Text of={issuer.name} view={view} />
        {issuer.country && `, ${capitalised(labelOf('country', issuer.country, view.locale))}`}
      </p>
    )}
    <p>
      <code>{issuer.id}</code>
    </p>
  </>
);

type FormProps = Readonly<{
  view: View;
  fault?: Fault | undefined;
  text?: string | undefined;
  heading?: string | undefined;
}>;

const Form: FC<FormProps> = ({ view, fault, text = '', heading }) => {
  const { m } = view;
  const invalid = fault && { 'aria-invalid': 'true' as const };
  return (
    <form class="form stack" method="post" action={pageAt(view, '/verify')} enctype="multipart/form-data">
      {heading && <h2>{heading}</h2>}
      <div>
        <label for="text">{m.verify.text}</label>
        <p class="hint" id="text-hint">
          {m.verify.textHint}
        </p>
        <textarea
          id="text"
          name="text"
          rows={heading ? 5 : 10}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={fault ? 'text-hint fault' : 'text-hint'}
          {...invalid}
        >
          {text}
        </textarea>
      </div>
      <div>
        <label for="file">{m.verify.file}</label>
        <p class="hint" id="file-hint">
          {m.verify.fileHint}
        </p>
        <input id="file" name="file" type="file" accept=".json,.jsonld,application/json" aria-describedby="file-hint" />
      </div>
      <button class="button" type="submit">
        {m.verify.submit}
      </button>
    </form>
  );
};
