import { timestamp } from '../../../domain/shared/dates.ts';
import { mostValues } from '../../../domain/shared/json-limits.ts';
import { presentationCheckNames, presentationVerdict, type Report } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { DocumentLoader } from '../../contexts/document-loader.ts';
import { enclosingFault } from '../../document/json-ld/form.ts';
import type { Readable, Recognised } from '../../document/recognised.ts';
import { asList } from '../../document/values.ts';
import { type Contexts, createContexts, type Tools } from '../context.ts';
import { adviceOn } from '../kinds/advice.ts';
import type { Finding } from '../kinds/finding.ts';
import { recogniseMember } from '../kinds/json.ts';
import type { Checking } from '../kinds/reception.ts';
import { unreadReport, type UnreadNeeds } from '../kinds/unread-report.ts';
import { makeChecks } from '../made-checks.ts';
import { presentationChecks } from './checks.ts';

type Needs = UnreadNeeds &
  Readonly<{
    tools: Tools;
    /** The report on one document, with contexts that it may share with others. */
    verifyIn(contexts: Contexts, recognised: Recognised): Promise<Report>;
  }>;

/** Each costs what a document by itself costs; all of them together may have so many values. */
const limits = { credentials: 20, values: 20_000 } as const;

function excessOf(findings: readonly Finding[]): string | undefined {
  if (findings.length > limits.credentials) return `It holds more than ${limits.credentials} credentials.`;
  const sizes = findings.map((found) =>
    'recognised' in found ? mostValues(JSON.stringify(found.recognised.document)) : 0,
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all > limits.values ? `The credentials in it have more than ${limits.values} values.` : undefined;
}

/** Its credentials are secured by themselves, and read so. */
function withoutCredentials({ verifiableCredential: _, ...own }: JsonObject): JsonObject {
  return own;
}

/** Embedded proofs are over all of it; nothing else has to be worked out of what its credentials say. */
function signedPart(presentation: Readable): Readable {
  const { document } = presentation;
  return asList(document['proof']).length > 0
    ? presentation
    : { ...presentation, document: withoutCredentials(document) };
}

const formOf = (document: JsonObject, loader: DocumentLoader) =>
  enclosingFault(document, withoutCredentials(document), loader);

const entriesOf = (document: JsonObject): readonly unknown[] => asList(document['verifiableCredential']);

/** Checks a presentation and each credential in it: one after another, so that one sender takes no more than its turn. */
export function createPresenting(needs: Needs) {
  const { tools, verifyIn } = needs;

  async function credentialReports(findings: readonly Finding[], contexts: Contexts, now: Date): Promise<Report[]> {
    const reports: Report[] = [];
    for (const finding of findings) {
      if ('recognised' in finding) reports.push(await verifyIn(contexts, finding.recognised));
      else if ('link' in finding || 'presentation' in finding) reports.push(unreadReport(adviceOn('text'), now, needs));
      else reports.push(unreadReport(finding, now, needs));
    }
    return reports;
  }

  return async (presentation: Readable, { now, onFetch, options }: Checking): Promise<Report> => {
    const whole = presentation.document;
    const findings = entriesOf(whole)
      .slice(0, limits.credentials + 1)
      .map(recogniseMember);
    const excess = excessOf(findings);
    if (excess !== undefined) return unreadReport({ kind: 'presentation', excess }, now, needs);
    const contexts = createContexts(now, { ...tools, onFetch });
    const context = contexts(signedPart(presentation), { ...options, purpose: 'authentication' }, formOf);
    const {
      answers,
      checks,
      findings: found,
    } = await makeChecks({
      names: presentationCheckNames,
      check: (name) => presentationChecks[name]({ whole, context, options }),
      context,
      checkedAt: timestamp(now),
    });
    const credentials = await credentialReports(findings, contexts, now);
    const [only] = credentials;
    return {
      verdict: presentationVerdict(
        answers,
        found,
        credentials.map(({ verdict }) => verdict),
      ),
      kind: 'presentation',
      checkedAt: timestamp(now),
      checks,
      summary: only && credentials.length === 1 ? only.summary : {},
      credentials,
    };
  };
}
