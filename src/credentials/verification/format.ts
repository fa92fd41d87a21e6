import { modelFaults } from './model.ts';
import type { CheckResult } from './problems.ts';
import type { Subject } from './subject.ts';
import { isObject } from './values.ts';

/**
 * VC Data Model 2.0, and safe mode: every member has a meaning, so the signature covers it. The members of a proof
 * are canonicalized where it is checked.
 */
export async function checkFormat({ document, form, unsecured, tools: { problems } }: Subject): Promise<CheckResult> {
  if (form) return { outcome: form.outcome, problem: problems(form.problem, form.detail) };
  const [fault] = modelFaults(document);
  if (fault) return { outcome: 'failed', problem: problems('malformed', fault) };
  try {
    await unsecured.text();
    return { outcome: 'passed' };
  } catch (error) {
    const lost = lostIn(error);
    if (lost !== undefined) return { outcome: 'failed', problem: problems('dataLoss', lost) };
    // rdf-canonize gives up on documents made to keep it busy; that proves nothing about them.
    return { outcome: 'unknown', problem: problems('too-complex') };
  }
}

/** The JSON-LD library's word for what is wrong, without its stack; undefined where the error is not of that kind. */
function lostIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.name.startsWith('jsonld.')) return undefined;
  const { details } = error as { details?: unknown };
  const event = isObject(details) && isObject(details['event']) ? details['event'] : {};
  const about = isObject(event['details']) ? event['details'] : {};
  const named = about['property'] ?? about['type'] ?? about['id'];
  const code = typeof event['code'] === 'string' ? event['code'] : 'The document is no JSON-LD';
  return typeof named === 'string' ? `${code}: ${named}` : `${code}.`;
}
