import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { inputFault } from '../../../domain/verification/received.ts';
import type { Received } from '../../../services/ports/index.ts';
import type { VerifyMessages } from './messages/messages.ts';
import type { PageContext } from '../../shell/view.ts';

export type Fault = keyof VerifyMessages['verify']['faults'];
export type Field = 'text' | 'file';
/** What the form brought: something to check, or why there is none. `text` is what stood in its field, `field` the one used. */
export type Input = Readonly<{ text: string; field?: Field }> &
  (Readonly<{ received: Received }> | Readonly<{ fault: Fault }>);

/** A file that was chosen comes before text that was left in the field. What it is, is found out by who checks it. */
export async function readInput(c: PageContext): Promise<Input> {
  const form = await c.req.parseBody().catch(() => undefined);
  if (!form) return { text: '', fault: 'unreadable' };
  const text = typeof form['text'] === 'string' ? form['text'] : '';
  const file = form['file'] instanceof File && form['file'].size > 0 ? form['file'] : undefined;
  const field = file ? 'file' : 'text';
  if (file && file.size > jsonLimits.bytes) return { text, field, fault: 'tooLarge' };
  const received = file ? { bytes: new Uint8Array(await file.arrayBuffer()) } : { text };
  const fault = inputFault('bytes' in received ? received.bytes : received.text);
  // What is too large is not sent back.
  const kept = fault === 'tooLarge' ? '' : text;
  return fault === undefined ? { text: kept, field, received } : { text: kept, field, fault };
}
