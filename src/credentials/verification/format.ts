import jsonld from 'jsonld';
import type { CheckResult } from './problems.ts';
import { formFault } from './json-ld-form.ts';
import { modelFaults } from './model.ts';
import type { Subject } from './subject.ts';

/** VC Data Model 2.0, and safe mode: every member has a meaning, so the signature covers it. */
export async function checkFormat({ document, tools: { loader, problems } }: Subject): Promise<CheckResult> {
  const form = formFault(document, loader);
  if (form) return { outcome: form.outcome, problem: problems(form.problem, form.detail) };
  const [fault] = modelFaults(document);
  if (fault) return { outcome: 'failed', problem: problems('malformed', fault) };
  try {
    await jsonld.toRDF(structuredClone(document), { documentLoader: loader, safe: true, base: null });
    return { outcome: 'passed' };
  } catch (error) {
    return { outcome: 'failed', problem: problems('dataLoss', lostIn(error)) };
  }
}

/** The library's word for what was lost, without its stack. */
function lostIn(error: unknown): string {
  const { event } = (error as { details?: { event?: { code?: unknown; details?: Record<string, unknown> } } }).details ?? {};
  const named = event?.details?.['property'] ?? event?.details?.['type'] ?? event?.details?.['id'];
  return typeof event?.code === 'string' ? `${event.code}${typeof named === 'string' ? `: ${named}` : ''}` : 'The document is no JSON-LD.';
}
