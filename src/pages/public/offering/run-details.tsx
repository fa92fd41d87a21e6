import type { FC } from 'hono/jsx';
import type { Contact, Session } from '../../../domain/catalogue/run/session.ts';
import { formatDate, formatHours, formatNumber } from '../../components/text/formats.ts';
import { type Row, Rows } from '../../components/text/rows.tsx';
import { Outward, Text, Written } from '../../components/text/text.tsx';
import type { View } from '../../shell/view.ts';

/** Teaching, meetings and examinations with their days, hours, places and seats. */
export const Sessions: FC<Readonly<{ sessions: readonly Session[]; view: View }>> = ({ sessions, view }) => (
  <section class="stack">
    <h2>{view.m.offering.sessions}</h2>
    <Rows rows={sessions.map((session) => sessionRow(session, view))} />
  </section>
);

function sessionRow({ kind, date, from, to, title, place, online, seats }: Session, view: View): Row {
  const { m, locale } = view;
  const hours = from === undefined ? '' : ` ${formatHours(from, to, locale)}`;
  return {
    label: formatDate(date, locale) + hours,
    value: (
      <>
        {m.offering.sessionKinds[kind]}
        {title && (
          <>
            {': '}
            <Text of={title} view={view} />
          </>
        )}
        {place && (
          <>
            {', '}
            <Text of={place} view={view} />
          </>
        )}
        {online && `, ${m.offering.online}`}
        {seats !== undefined && `, ${m.offering.seats(formatNumber(seats, locale))}`}
      </>
    ),
  };
}

/** Whom to ask: an office, not a person. */
export const ContactRecord: FC<Readonly<{ contact: Contact; view: View }>> = ({ contact, view }) => {
  const { m } = view;
  const { name, email, phone, url } = contact;
  return (
    <section class="stack">
      <h2>{m.offering.contact}</h2>
      {name !== undefined && (
        <p>
          <Written text={name} />
        </p>
      )}
      <Rows
        rows={[
          email !== undefined && { label: m.offering.email, value: <Mail to={email} /> },
          phone !== undefined && { label: m.offering.phone, value: <Written text={phone} /> },
          url !== undefined && { label: m.record.homepage, value: <Outward href={url} /> },
        ]}
      />
    </section>
  );
};

/** Encoded, since a question mark in an address would begin the headers of the letter (RFC 6068 §2). */
const Mail: FC<Readonly<{ to: string }>> = ({ to }) => (
  <a href={`mailto:${encodeURIComponent(to).replace('%40', '@')}`}>
    <Written text={to} />
  </a>
);
