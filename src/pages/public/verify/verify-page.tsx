import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import type { Report } from '../../../domain/verification/verification.ts';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { Form } from './verify-form.tsx';
import { type Fault, type Field, readInput } from './verify-input.ts';
import { Result } from './verify-result.tsx';
import type { PageContext, View } from '../../shell/view.ts';

/** The form around a document of the largest size: boundaries, and the other field. */
export const formBytes = jsonLimits.bytes + 50_000;

export const verifyForm = (c: PageContext, view: View) => verifyPage(c, view, {});

/** The upload was stopped before all of it was read. */
export const tooLarge = (c: PageContext, view: View) => verifyPage(c, view, { fault: 'tooLarge' });

export async function verifyCertificate(c: PageContext, view: View): Promise<Response> {
  const { services } = c.env;
  const input = await readInput(c);
  if ('fault' in input) return verifyPage(c, view, input);
  const report = await services.verifying.verifyReceived(input.received, services.now());
  return verifyPage(c, view, { report });
}

type Shown = Readonly<{ report?: Report; fault?: Fault; text?: string; field?: Field }>;

function verifyPage(c: PageContext, view: View, { report, fault, text, field }: Shown) {
  const { m } = view;
  const faultTitle = fault && (fault === 'empty' ? m.verify.nothingYet : m.verify.notAccepted);
  const answer = report ? m.verdicts[report.verdict].word : faultTitle;
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
