import { Strip } from '../../components/course/strip.tsx';
import { Filled, Text } from '../../components/text/text.tsx';
import { factsOfVersion } from '../../components/course/facts.ts';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { pageAt, type PageContext, type View, viewIn } from '../../shell/view.ts';

/** What anybody learns at the address of an award: that there is one, and of what; nothing about the person. */
export async function award(c: PageContext, reader: View, id: string): Promise<Response> {
  const { services } = c.env;
  const {
    institution,
    owner,
    microcredentialSlug,
    version: number,
    legalForm,
  } = await services.certificates.existence(id);
  const { version } = await services.catalogue.version(owner, microcredentialSlug, number);
  const view = viewIn(reader, institution);
  const { m } = view;
  const course = pageAt(view, `/institutions/${owner}/microcredentials/${microcredentialSlug}/versions/${number}`);
  return respond(
    c,
    <Layout view={view} title={m.award.title} noindex>
      <div class="stack">
        <h1>{m.award.title}</h1>
        <div class="prose lead">
          <p>
            <Filled message={m.award.lead} with={<Text of={institution.name} view={view} />} />
          </p>
          <p>{m.award.holderOnly}</p>
        </div>
        <p>
          {m.award.course}{' '}
          <a href={course}>
            <Text of={version.content.title} view={view} />
          </a>
          .
        </p>
        <Strip facts={factsOfVersion(version, legalForm)} view={view} />
        <p>{m.award.verify}</p>
        <p>
          <a class="button" href={pageAt(view, '/verify')}>
            {m.nav.verify}
          </a>
        </p>
      </div>
    </Layout>,
    { cache: 'public', noindex: true },
  );
}
