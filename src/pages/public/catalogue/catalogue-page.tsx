import type { Institution } from '../../../domain/institution/institution.ts';
import { Entries } from '../../components/course/entries.tsx';
import { Text } from '../../components/text/text.tsx';
import { Layout } from '../../shell/layout.tsx';
import { pageRequest } from '../../shell/page-request.ts';
import { respond } from '../../shell/respond.ts';
import { pageAt, type PageContext, type View } from '../../shell/view.ts';

export async function catalogue(c: PageContext, view: View): Promise<Response> {
  const { services } = c.env;
  const { m } = view;
  const [page, institutions] = await Promise.all([
    services.catalogue.list(pageRequest(c)),
    services.institutions.list(),
  ]);
  return respond(
    c,
    <Layout view={view} title={m.catalogue.title} description={m.catalogue.lead}>
      <div class="sections">
        <header class="stack">
          <h1>{m.catalogue.title}</h1>
          <p class="lead prose">{m.catalogue.lead}</p>
        </header>
        <div>
          <Entries page={page} view={view} empty={m.catalogue.empty} withInstitution />
        </div>
        {institutions.length > 0 && <Institutions institutions={institutions} view={view} />}
      </div>
    </Layout>,
    { cache: 'public' },
  );
}

const Institutions = ({ institutions, view }: { institutions: readonly Institution[]; view: View }) => (
  <nav aria-labelledby="institutions">
    <h2 id="institutions">{view.m.catalogue.institutions}</h2>
    <ul class="links" role="list">
      {institutions.map(({ slug, name }) => (
        <li>
          <a href={pageAt(view, `/institutions/${slug}`)}>
            <Text of={name} view={view} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
