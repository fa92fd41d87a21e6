import { textFor } from '../../../domain/shared/language.ts';
import { runDocument } from '../../../interop/course-instance.ts';
import { factsOfVersion } from '../../components/course/facts.ts';
import { OfferingRecord } from '../../components/course/offerings.tsx';
import { Strip } from '../../components/course/strip.tsx';
import { ContactRecord, Sessions } from './run-details.tsx';
import { formatDateRange } from '../../components/text/formats.ts';
import { LinkedData } from '../../components/text/linked-data.tsx';
import { Rows } from '../../components/text/rows.tsx';
import { Prose, Text } from '../../components/text/text.tsx';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { isolated, withoutControls } from '../../shell/text-direction.ts';
import { pageAt, type PageContext, type View, viewIn } from '../../shell/view.ts';

/** One run: where it stands, when and where it is, what it costs and how to apply; and the course that it gives. */
export async function offering(c: PageContext, reader: View, slug: string, id: string): Promise<Response> {
  const { offerings, catalogue, addresses } = c.env.services;
  const shown = await offerings.read(slug, id);
  const { institution, owner, microcredentialSlug, offering: run } = shown;
  const { version } = await catalogue.version(owner.slug, microcredentialSlug, run.version);
  const view = viewIn(reader, institution);
  const { m, locale } = view;
  const { title, description } = version.content;
  const dates = formatDateRange(run.startDate, run.endDate, locale);
  const course = `/institutions/${owner.slug}/microcredentials/${microcredentialSlug}/versions/${run.version}`;
  return respond(
    c,
    <Layout
      view={view}
      title={`${isolated(textFor(title, locale)?.text ?? microcredentialSlug)}, ${dates}`}
      description={withoutControls(textFor(description, locale)?.text ?? '').slice(0, 300)}
      head={<LinkedData document={runDocument({ ...shown, version, addresses, locale })} />}
    >
      <div class="sections">
        <header class="stack">
          <p class="eyebrow">
            <a href={pageAt(view, `/institutions/${institution.slug}`)}>
              <Text of={institution.name} view={view} />
            </a>
          </p>
          <h1>
            <Text of={title} view={view} />
          </h1>
          <p class="lead">{dates}</p>
          <Strip facts={{ ...factsOfVersion(version), languages: [run.language] }} view={view} />
          <Prose of={description} view={view} class="prose" />
          <p>
            <a href={pageAt(view, course)}>{m.offering.course}</a>
          </p>
        </header>
        <section class="stack">
          <h2>{m.offering.title}</h2>
          <OfferingRecord shown={shown} view={view} below="h3" />
        </section>
        {run.sessions && <Sessions sessions={run.sessions} view={view} />}
        {run.contact && <ContactRecord contact={run.contact} view={view} />}
        <Address view={view} path={`/institutions/${institution.slug}/offerings/${run.id}`} />
      </div>
    </Layout>,
    { cache: 'public' },
  );
}

const Address = ({ view, path }: Readonly<{ view: View; path: string }>) => (
  <Rows
    rows={[
      {
        label: view.m.record.permanentAddress,
        value: (
          <>
            <code>{`${view.base}${path}`}</code>
            <p>
              <a href={`${path}?format=json`}>{view.m.course.data}</a>
            </p>
          </>
        ),
      },
    ]}
  />
);
