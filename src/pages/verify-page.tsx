import type { FC } from 'hono/jsx';
import { jsonLimits } from '../domain/json-limits.ts';
import type { Report } from '../domain/verification.ts';
import { labelOf } from './codes.ts';
import { Grade } from './components/grade.tsx';
import { Outcomes } from './components/outcomes.tsx';
import { dateRow, recordRows, Rows, validFromRow } from './components/record.tsx';
import { Strip } from './components/strip.tsx';
import { Outward, Text } from './components/text.tsx';
import { Checks, Verdict, wordOf } from './components/verdict.tsx';
import { capitalised } from './formats.ts';
import { Layout } from './layout.tsx';
import { respond } from './respond.ts';
import { type Fault, type Field, readInput } from './verify-input.ts';
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
  return verifyPage(c, view, { report });
}

type Shown = Readonly<{ report?: Report; fault?: Fault; text?: string; field?: Field }>;

function verifyPage(c: PageContext, view: View, { report, fault, text, field }: Shown) {
  const { m } = view;
  const faultTitle = fault && (fault === 'empty' ? m.verify.nothingYet : m.verify.notAccepted);
  const answer = report ? m.verdicts[wordOf(report)].word : faultTitle;
  const title = answer ? `${answer} – ${m.verify.title}` : m.verify.title;
  const page = (
    <Layout view={view} title={title} description={m.verify.lead} noindex={Boolean(report ?? fault)}>
      <div class="sections">
        <header class="stack">
          <h1>{m.verify.title}</h1>
          {!report && <p class="lead prose">{m.verify.lead}</p>}
        </header>
        {report && <Result report={report} view={view} />}
        {fault && (
          <div class="fault prose" role="alert" id="fault">
            <h2>{faultTitle}</h2>
            <p>{m.verify.faults[fault]}</p>
          </div>
        )}
        <Form view={view} faulty={field} text={text} heading={report && m.verify.another} />
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
      {Object.keys(report.summary).length > 0 && (
        <Said report={report} view={viewInCountry(view, report.summary.issuer?.country)} />
      )}
    </>
  );
};

/** The document in plain words, whoever wrote it. */
const Said: FC<Readonly<{ report: Report; view: View }>> = ({ report: { summary: facts, checkedAt }, view }) => {
  const { m } = view;
  const rows = [
    facts.certificateName && {
      label: m.record.document,
      value: <Text of={facts.certificateName} view={view} initial />,
    },
    facts.learner !== undefined && { label: m.record.holder, value: facts.learner },
    facts.issuer && { label: m.record.issuer, value: <Issuer issuer={facts.issuer} view={view} /> },
    facts.grade !== undefined && { label: m.record.grade, value: <Grade value={facts.grade} view={view} /> },
    dateRow(m.record.completedOn, facts.completedOn, view),
    dateRow(m.record.awardedOn, facts.awardedOn, view),
    validFromRow(facts, checkedAt, view),
    dateRow(m.record.validUntil, facts.validUntil, view),
    ...recordRows({ facts, view, country: facts.issuer?.country }),
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
      <Strip facts={facts} view={view} />
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

/** A name is only what the document says; a domain name says whose it is, and a key by itself nothing. */
const Issuer: FC<Readonly<{ issuer: NonNullable<Report['summary']['issuer']>; view: View }>> = ({ issuer, view }) => {
  const { m, locale } = view;
  const domain = domainOf(issuer.id);
  return (
    <>
      {issuer.name && (
        <p>
          <Text of={issuer.name} view={view} />
          {issuer.country && `, ${capitalised(labelOf('country', issuer.country, locale))}`}
        </p>
      )}
      {domain !== undefined && (
        <p>
          {m.verify.domain}: <strong>{domain}</strong>
        </p>
      )}
      {domain === undefined && issuer.name && <p class="quiet">{m.verify.nameAsGiven}</p>}
      <p>
        <code>{issuer.id}</code>
      </p>
    </>
  );
};

/** The domain name of a did:web, with its port; undefined for any other identifier. */
const domainOf = (id: string): string | undefined => /^did:web:([^:]+)/.exec(id)?.[1]?.replace(/%3a/i, ':');

type FormProps = Readonly<{
  view: View;
  /** The field with the fault, where it is known. */
  faulty?: Field | undefined;
  text?: string | undefined;
  heading?: string | undefined;
}>;

const Form: FC<FormProps> = ({ view, faulty, text = '', heading }) => {
  const { m } = view;
  const described = (field: Field) =>
    field === faulty
      ? { 'aria-describedby': `${field}-hint fault`, 'aria-invalid': 'true' as const }
      : { 'aria-describedby': `${field}-hint` };
  return (
    <form class="form stack screen" method="post" action={pageAt(view, '/verify')} enctype="multipart/form-data">
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
          {...described('text')}
        >
          {text}
        </textarea>
      </div>
      <div>
        <label for="file">{m.verify.file}</label>
        <p class="hint" id="file-hint">
          {m.verify.fileHint}
        </p>
        <input id="file" name="file" type="file" accept=".json,.jsonld,application/json" {...described('file')} />
      </div>
      <button class="button" type="submit">
        {m.verify.submit}
      </button>
    </form>
  );
};
