import { isCalendarDate } from '../../../domain/shared/dates.ts';
import type { Locale } from '../../../domain/shared/language.ts';

const tag: Readonly<Record<Locale, string>> = { 'sv-SE': 'sv-SE', 'sv-FI': 'sv-FI', fi: 'fi-FI', en: 'en-GB' };
const zone: Readonly<Record<Locale, string>> = {
  'sv-SE': 'Europe/Stockholm',
  'sv-FI': 'Europe/Helsinki',
  fi: 'Europe/Helsinki',
  en: 'UTC',
};

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const minute = { ...day, hour: '2-digit', minute: '2-digit' } as const;

/** A format for each locale, made when it is first asked for: to make one takes a hundred times as long as to use it. */
function inEachLocale<Format>(make: (locale: Locale) => Format): (locale: Locale) => Format {
  const made = new Map<Locale, Format>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

const dateFormat = (options: (locale: Locale) => Intl.DateTimeFormatOptions) =>
  inEachLocale((locale) => new Intl.DateTimeFormat(tag[locale], options(locale)));
const writtenDays = dateFormat(() => ({ ...day, timeZone: 'UTC' }));
const writtenMinutes = dateFormat(() => ({ ...minute, timeZone: 'UTC' }));
const localDays = dateFormat((locale) => ({ ...day, timeZone: zone[locale] }));
const localMinutes = dateFormat((locale) => ({
  ...minute,
  timeZone: zone[locale],
  ...(locale !== 'fi' && { timeZoneName: 'short' }),
}));
const numbers = inEachLocale((locale) => new Intl.NumberFormat(tag[locale]));
const shares = inEachLocale((locale) => new Intl.NumberFormat(tag[locale], { style: 'percent' }));

/** A calendar date or a moment as text; what is neither is shown as it stands in the document. */
export function formatDate(text: string, locale: Locale): string {
  if (isCalendarDate(text)) return writtenDays(locale).format(new Date(`${text}T00:00:00Z`));
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return text;
  return localDays(locale).format(moment);
}

/** `dateTimeStamp` of XML Schema, with or without its offset (VC 1.1 lets it be left out). */
const writtenMoment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** The day that a document gives, in the offset that it gives it in; undefined where it gives none. */
export function formatWrittenDay(text: string, locale: Locale): string | undefined {
  const date = writtenMoment.exec(text)?.[1] ?? text;
  return isCalendarDate(date) ? formatDate(date, locale) : undefined;
}

/** The same with its time of day, where it gives one: a period may end on a day's first minute. */
export function formatWrittenMoment(text: string, locale: Locale): string | undefined {
  const [, date = '', time = '', offset] = writtenMoment.exec(text) ?? [];
  const moment = new Date(`${date}T${time}:00Z`);
  if (!isCalendarDate(date) || Number.isNaN(moment.getTime())) return formatWrittenDay(text, locale);
  const shown = writtenMinutes(locale).format(moment);
  if (offset === undefined) return shown;
  return `${shown} UTC${offset.toUpperCase() === 'Z' ? '' : offset}`;
}

export function formatDateRange(from: string, to: string, locale: Locale): string {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return `${from} – ${to}`;
  return writtenDays(locale).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** From one time of day to another; Finland writes them with a full stop. */
export function formatHours(from: string, to: string | undefined, locale: Locale): string {
  const text = to === undefined ? from : `${from}–${to}`;
  return locale === 'fi' || locale === 'sv-FI' ? text.replaceAll(':', '.') : text;
}

/** A moment to the minute with its time zone; that of Finland has no short name in Finnish. */
export function formatMoment(value: string | Date, locale: Locale): string {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return String(value);
  const text = localMinutes(locale).format(moment);
  return locale === 'fi' ? `${text} (Suomen aikaa)` : text;
}

export const formatNumber = (value: number, locale: Locale): string => numbers(locale).format(value);

export const formatMoney = (amount: number, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(tag[locale], {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);

export const formatShare = (percent: number, locale: Locale): string => shares(locale).format(percent / 100);

/** What parts the items of a list: semicolons where an item has a comma of its own. */
export const separatorOf = (texts: readonly string[]): string =>
  texts.some((text) => text.includes(',')) ? '; ' : ', ';
export const listed = (texts: readonly string[]): string => texts.join(separatorOf(texts));

/** Labels of code lists are lower-case; alone in a cell they begin as a sentence does. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
