import type { FC } from 'hono/jsx';
import type { ListedEntry } from '../../../services/catalogue/next-starts.ts';
import type { Page } from '../../../services/ports/index.ts';
import { factsOfVersion } from './facts.ts';
import { pageAt, type View } from '../../shell/view.ts';
import { formatDate } from '../text/formats.ts';
import { Strip } from './strip.tsx';
import { Opening, Text } from '../text/text.tsx';

type Props = Readonly<{ page: Page<ListedEntry>; view: View; empty: string; withInstitution: boolean }>;

/** Micro-credentials one below another, each with its strip, and the way to the next page. */
export const Entries: FC<Props> = ({ page, view, empty, withInstitution }) => {
  if (page.items.length === 0) return <p>{empty}</p>;
  const { m } = view;
  const isLater = new URLSearchParams(view.search).has('cursor');
  return (
    <>
      <ul class="entries" role="list">
        {page.items.map((entry) => (
          <Entry entry={entry} view={view} withInstitution={withInstitution} />
        ))}
      </ul>
      {(page.next || isLater) && (
        <nav class="more" aria-label={m.paging.next}>
          {isLater && <a href={partAt(view)}>{m.paging.first}</a>}
          {page.next && (
            <a href={partAt(view, page.next)} rel="next">
              {m.paging.next}
            </a>
          )}
        </nav>
      )}
    </>
  );
};

/** Another part of the list, with whatever else was asked of it. */
function partAt(view: View, cursor?: string): string {
  const query = new URLSearchParams(view.search);
  query.delete('cursor');
  if (cursor !== undefined) query.set('cursor', cursor);
  const asked = query.toString();
  return pageAt(view, view.path) + (asked && `?${asked}`);
}

const Entry: FC<Readonly<{ entry: ListedEntry; view: View; withInstitution: boolean }>> = (props) => {
  const { entry, view, withInstitution } = props;
  const { institution, microcredentialSlug: slug, version, nextStart } = entry;
  return (
    <li>
      <h2>
        <a href={pageAt(view, `/institutions/${institution.slug}/microcredentials/${slug}`)}>
          <Text of={version.content.title} view={view} />
        </a>
      </h2>
      {withInstitution && (
        <p class="quiet">
          <Text of={institution.name} view={view} />
        </p>
      )}
      {version.content.exampleToReuse && <p class="quiet">{view.m.described.exampleToReuse}</p>}
      {nextStart !== undefined && <p>{view.m.nextStart(formatDate(nextStart, view.locale))}</p>}
      <Strip facts={factsOfVersion(version)} view={view} country={institution.country} />
      <div class="prose">
        <Opening of={version.content.description} view={view} length={200} />
      </div>
    </li>
  );
};
