import type { Report } from '../../../src/domain/verification/verification.ts';
import { prefixes } from '../../../src/pages/shell/negotiation.ts';
import { submit } from '../requests.ts';

export const all = Object.entries(prefixes);
export const shown = async (report: Report, prefix = 'en') => submit(`/${prefix}/verify`, { text: '{}' }, { report });
export const boxOf = (html: string) => /class="verdict-text">(.*?)<\/div><\/div><\/section>/s.exec(html)?.[1] ?? '';
