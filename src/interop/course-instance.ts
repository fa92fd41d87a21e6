import type { Addresses } from '../domain/addresses/addresses.ts';
import type { CompleteContent, PublishedVersion } from '../domain/catalogue/microcredential.ts';
import type { Offering } from '../domain/catalogue/offering.ts';
import type { Price } from '../domain/catalogue/offering-form.ts';
import type { Contact, Session } from '../domain/catalogue/run/session.ts';
import type { Institution } from '../domain/institution/institution.ts';
import { type Locale, textFor } from '../domain/shared/language.ts';
import { present } from '../domain/shared/present.ts';
import type { AttendanceCode } from '../generated/vocab.ts';
import type { JsonObject } from '../services/ports/index.ts';

type Facts = Readonly<{
  addresses: Pick<Addresses, 'microcredential' | 'institution' | 'offering'>;
  /** Who gives it. */
  institution: Institution;
  content: CompleteContent;
  offering: Offering;
  locale: Locale;
}>;

/** The run as a document of its own, with the course that it gives and who gives it. Texts are in one language. */
export function runDocument({
  version: { content },
  microcredentialSlug,
  ...facts
}: Omit<Facts, 'content'> &
  Readonly<{ version: PublishedVersion; owner: Institution; microcredentialSlug: string }>): JsonObject {
  const { addresses, institution, owner, locale } = facts;
  const name = textFor(content.title, locale)?.text;
  const address = addresses.microcredential(owner.slug, microcredentialSlug);
  return present({
    '@context': 'https://schema.org',
    ...courseInstance({ ...facts, content }),
    name,
    about: present({ '@type': 'Course', '@id': address, url: address, name }),
    organizer: present({
      ...university({ addresses, institution, locale }),
      contactPoint: facts.offering.contact && contactPoint(facts.offering.contact),
    }),
    subEvent: facts.offering.sessions?.map((session) => event(session, locale)),
  });
}

/** An institution as schema.org knows it. */
export const university = ({
  addresses,
  institution,
  locale,
}: Pick<Facts, 'addresses' | 'institution' | 'locale'>): JsonObject =>
  present({
    '@type': 'CollegeOrUniversity',
    name: textFor(institution.name, locale)?.text,
    url: institution.homepage ?? addresses.institution(institution.slug),
  });

const contactPoint = ({ name, email, phone, url }: Contact): JsonObject =>
  present({ '@type': 'ContactPoint', name, email, telephone: phone, url });

/** Times are without a zone: those of the place. */
function event({ date, from, to, title, place, seats }: Session, locale: Locale): JsonObject {
  const at = (time: string | undefined) => (time === undefined ? undefined : `${date}T${time}`);
  return present({
    '@type': 'Event',
    name: textFor(title, locale)?.text,
    startDate: at(from) ?? date,
    endDate: at(to),
    location: place && { '@type': 'Place', name: textFor(place, locale)?.text },
    maximumAttendeeCapacity: seats,
  });
}

type Attended = Readonly<{ courseMode: string | readonly string[]; eventAttendanceMode: string }>;
/** In the words that schema.org suggests. */
const attended: Readonly<Record<AttendanceCode, Attended>> = {
  onsite: { courseMode: 'onsite', eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode' },
  online: { courseMode: 'online', eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode' },
  'fixed-mix': { courseMode: 'blended', eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' },
  'participant-chooses': {
    courseMode: ['onsite', 'online'],
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
  },
};

/** The run as it stands within the document of its course. */
export function courseInstance({ addresses, institution, content, offering, locale }: Facts): JsonObject {
  const { forms, location, cancelledAt } = offering;
  const address = addresses.offering(institution.slug, offering.id);
  const offers = forms.flatMap(({ price }) => (price ? [price] : [])).map(offer);
  return present({
    '@type': 'CourseInstance',
    '@id': address,
    url: address,
    startDate: offering.startDate,
    endDate: offering.endDate,
    eventStatus: `https://schema.org/${cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    inLanguage: offering.language,
    ...attended[offering.attendance],
    courseWorkload: duration(content.workload.hours),
    maximumAttendeeCapacity: offering.places,
    location: location && { '@type': 'Place', name: textFor(location, locale)?.text },
    offers: offers.length > 0 ? offers : undefined,
  });
}

const offer = ({ amount, currency }: Price): JsonObject => ({
  '@type': 'Offer',
  price: String(amount),
  priceCurrency: currency,
  category: amount === 0 ? 'Free' : 'Paid',
});

/** ISO 8601, in hours and minutes. */
export function duration(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `PT${Math.floor(minutes / 60)}H${minutes % 60 > 0 ? `${minutes % 60}M` : ''}`;
}
