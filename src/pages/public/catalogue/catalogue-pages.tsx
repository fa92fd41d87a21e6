import type { Institution } from '../../../domain/institution/institution.ts';
import { Entries } from '../../components/course/entries.tsx';
import { Outward, Text } from '../../components/text/text.tsx';
import { labelOf } from '../../components/text/codes.ts';
import { textFor } from '../../../domain/shared/language.ts';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { isolated } from '../../shell/text-direction.ts';
import { pageAt, type PageContext, type View, viewIn } from '../../shell/view.ts';

const perPage = 20;

function pageRequest(c: PageContext) {
  const cursor = c.req.query('cursor');
  return { limit: perPage, ...(cursor && { cursor }) };
}

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

export async function institution(c: PageContext, reader: View, slug: string): Promise<Response> {
  const { services } = c.env;
  const found = await services.institutions.bySlug(slug);
  const view = viewIn(reader, found);
  const { m, locale } = view;
  const page = await services.catalogue.list(pageRequest(c), found.id);
  return respond(
    c,
    <Layout view={view} title={isolated(textFor(found.name, locale)?.text ?? slug)} description={m.institution.lead}>
      <div class="sections">
        <header class="stack">
          <h1>
            <Text of={found.name} view={view} />
          </h1>
          <p class="lead prose">{m.institution.lead}</p>
          <p class="quiet">
            {labelOf('country', found.country, locale)}
            {found.homepage && (
              <>
                {' · '}
                <Outward href={found.homepage}>{m.institution.homepage}</Outward>
              </>
            )}
          </p>
        </header>
        <div>
          <Entries page={page} view={view} empty={m.institution.empty} withInstitution={false} />
        </div>
      </div>
    </Layout>,
    { cache: 'public' },
  );
}
