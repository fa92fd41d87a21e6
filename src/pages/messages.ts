import { type Locale, locales } from '../domain/shared/language.ts';
import { claimMessages } from './components/claim/messages/index.ts';
import { courseMessages } from './components/course/messages/index.ts';
import { kindMessages } from './components/verdict/kinds/index.ts';
import { presentedMessages } from './components/verdict/presented/index.ts';
import { verdictMessages } from './components/verdict/messages/index.ts';
import { awardMessages } from './public/award/messages/index.ts';
import { catalogueMessages } from './public/catalogue/messages/index.ts';
import { certificateMessages } from './public/certificate/messages/index.ts';
import { institutionMessages } from './public/institution/messages/index.ts';
import { microcredentialMessages } from './public/microcredential/messages/index.ts';
import { verifyMessages } from './public/verify/messages/index.ts';
import { shellMessages } from './shell/messages/index.ts';

/** Every word of the interface in one locale: what all pages share, what components say, and each page's own. */
const messagesIn = (locale: Locale) => ({
  ...shellMessages[locale],
  ...courseMessages[locale],
  ...claimMessages[locale],
  ...verdictMessages[locale],
  ...kindMessages[locale],
  ...presentedMessages[locale],
  ...catalogueMessages[locale],
  ...institutionMessages[locale],
  ...microcredentialMessages[locale],
  ...awardMessages[locale],
  ...certificateMessages[locale],
  ...verifyMessages[locale],
});

export type Messages = Readonly<ReturnType<typeof messagesIn>>;
export const messagesFor = Object.fromEntries(locales.map((locale) => [locale, messagesIn(locale)])) as Readonly<
  Record<Locale, Messages>
>;
