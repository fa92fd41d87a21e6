import type { FC } from 'hono/jsx';
import { identifierRows, type InstitutionIdentifier } from '../../../domain/institution/identifiers.ts';
import { labelFor, textFor } from '../../../domain/shared/language.ts';
import { Entries } from '../../components/course/entries.tsx';
import { labelOf } from '../../components/text/codes.ts';
import { Rows } from '../../components/text/rows.tsx';
import { Outward, Text, Written } from '../../components/text/text.tsx';
import { ComingRuns } from './coming-runs.tsx';
import { Layout } from '../../shell/layout.tsx';
import { pageRequest } from '../../shell/page-request.ts';
import { respond } from '../../shell/respond.ts';
import { isolated } from '../../shell/text-direction.ts';
import { type PageContext, type View, viewIn } from '../../shell/view.ts';

const Identifiers: FC<Readonly<{ of: readonly InstitutionIdentifier[] | undefined; view: View }>> = ({
  of: identifiers = [],
  view,
}) =>
  identifiers.length > 0 ? (
    <Rows
      rows={identifiers.map(({ kind, value }) => {
        const { label, address } = identifierRows[kind];
        return {
          label: labelFor(label, view.locale),
          value: <Outward href={address?.(value)}>{<Written text={value} />}</Outward>,
        };
      })}
    />
  ) : null;

export async function institution(c: PageContext, reader: View, slug: string): Promise<Response> {
  const { services } = c.env;
  const found = await services.institutions.bySlug(slug);
  const view = viewIn(reader, found);
  const { m, locale } = view;
  const asked = pageRequest(c);
  const [page, runs] = await Promise.all([
    services.catalogue.list(asked, { institutionId: found.id }),
    asked.cursor === undefined ? services.offerings.coming(slug) : [],
  ]);
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
          <Identifiers of={found.identifiers} view={view} />
        </header>
        {runs.length > 0 && (
          <section class="stack">
            <h2>{m.institution.coming}</h2>
            <ComingRuns runs={runs} view={view} />
          </section>
        )}
        <section class="stack">
          {runs.length > 0 && <h2>{m.institution.courses}</h2>}
          <Entries page={page} view={view} empty={m.institution.empty} withInstitution={false} />
        </section>
      </div>
    </Layout>,
    { cache: 'public' },
  );
}
