import type { FC } from 'hono/jsx';
import type { PublishedEntry } from '../../../services/ports/index.ts';
import { formatDate, formatMoment } from '../../components/text/formats.ts';
import { type Row, Rows } from '../../components/text/rows.tsx';
import { pageAt, type View } from '../../shell/view.ts';

type Props = Readonly<{ shown: PublishedEntry; versions: readonly PublishedEntry[]; view: View }>;

/** Which version this is, how to prove it, and the others. */
export const VersionRecord: FC<Props> = ({ shown, versions, view }) => {
  const { institution, microcredentialSlug, version } = shown;
  const { m, locale, base } = view;
  const path = `/institutions/${institution.slug}/microcredentials/${microcredentialSlug}/versions/${version.number}`;
  const others = versions.map((each) => each.version).sort((a, b) => b.number - a.number);
  const rows: (Row | false)[] = [
    { label: m.course.version, value: String(version.number) },
    { label: m.course.published, value: formatMoment(version.publishedAt, locale) },
    {
      label: m.course.digest,
      value: (
        <>
          <code>{version.digest}</code>
          <p class="quiet">{m.course.digestMeaning}</p>
        </>
      ),
    },
    {
      label: m.record.permanentAddress,
      value: (
        <>
          <code>{`${base}${path}`}</code>
          <p>
            <a href={`${path}?format=json`}>{m.course.data}</a>
          </p>
        </>
      ),
    },
    others.length > 1 && {
      label: m.course.otherVersions,
      value: (
        <ul role="list">
          {others.map(({ number, publishedAt }) => (
            <li>
              <a
                href={pageAt(
                  view,
                  `/institutions/${institution.slug}/microcredentials/${microcredentialSlug}/versions/${number}`,
                )}
                aria-current={number === version.number ? 'page' : undefined}
              >
                {m.record.versionNumber(String(number))}
              </a>
              , {formatDate(publishedAt.toISOString(), locale)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <section class="stack">
      <h2>{m.course.version}</h2>
      <Rows rows={rows} />
    </section>
  );
};
