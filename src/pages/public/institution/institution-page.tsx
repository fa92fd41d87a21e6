import { textFor } from '../../../domain/shared/language.ts';
import { Entries } from '../../components/course/entries.tsx';
import { labelOf } from '../../components/text/codes.ts';
import { Outward, Text } from '../../components/text/text.tsx';
import { Layout } from '../../shell/layout.tsx';
import { pageRequest } from '../../shell/page-request.ts';
import { respond } from '../../shell/respond.ts';
import { isolated } from '../../shell/text-direction.ts';
import { type PageContext, type View, viewIn } from '../../shell/view.ts';

export async function institution(c: PageContext, reader: View, slug: string): Promise<Response> {
  const { services } = c.env;
  const found = await services.institutions.bySlug(slug);
  const view = viewIn(reader, found);
  const { m, locale } = view;
  const page = await services.catalogue.list(pageRequest(c), { institutionId: found.id });
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
