import type { FC } from 'hono/jsx';
import { textFor } from '../../../domain/shared/language.ts';
import { courseDocument } from '../../../interop/schema-org.ts';
import type { PublishedEntry } from '../../../services/ports/index.ts';
import type { OfferingView } from '../../../services/catalogue/offerings.ts';
import type { Services } from '../../../services/index.ts';
import { Offerings } from '../../components/course/offerings.tsx';
import { Outcomes } from '../../components/course/outcomes.tsx';
import { LevelLike } from '../../components/course/level.tsx';
import { Strip } from '../../components/course/strip.tsx';
import { LinkedData } from '../../components/text/linked-data.tsx';
import { Prose, Text } from '../../components/text/text.tsx';
import { CourseRecord } from './course-record.tsx';
import { VersionRecord } from './version-record.tsx';
import { factsOfVersion } from '../../components/course/facts.ts';
import { Layout } from '../../shell/layout.tsx';
import { respond } from '../../shell/respond.ts';
import { isolated, withoutControls } from '../../shell/text-direction.ts';
import { pageAt, type PageContext, type View, viewIn } from '../../shell/view.ts';

type Shown = PublishedEntry & Readonly<{ withdrawnAt?: Date }>;

export async function microcredential(
  c: PageContext,
  view: View,
  slug: string,
  microcredentialSlug: string,
): Promise<Response> {
  const shown = await c.env.services.catalogue.newest(slug, microcredentialSlug);
  return pageOf(c, view, shown, false);
}

export async function version(c: PageContext, view: View, slug: string, microcredentialSlug: string, number: number) {
  const shown = await c.env.services.catalogue.version(slug, microcredentialSlug, number);
  return pageOf(c, view, shown, true);
}

async function pageOf(c: PageContext, reader: View, shown: Shown, isOneVersion: boolean): Promise<Response> {
  const { services } = c.env;
  const view = viewIn(reader, shown.institution);
  const [versions, offerings] = await Promise.all([
    services.catalogue.versions(shown.institution.slug, shown.microcredentialSlug),
    coming(services, shown, isOneVersion),
  ]);
  const { content } = shown.version;
  const course = courseDocument({
    ...shown,
    addresses: services.addresses,
    offerings,
    locale: view.locale,
  });
  return respond(
    c,
    <Layout
      view={view}
      title={isolated(textFor(content.title, view.locale)?.text ?? shown.microcredentialSlug)}
      description={withoutControls(textFor(content.description, view.locale)?.text ?? '').slice(0, 300)}
      head={<LinkedData document={course} />}
    >
      <div class="sections">
        <Answer shown={shown} view={view} versions={versions} />
        <section class="stack">
          <h2>{view.m.course.outcomes}</h2>
          <Outcomes outcomes={content.learningOutcomes} view={view} skills />
        </section>
        <section class="stack">
          <h2>{view.m.course.offerings}</h2>
          {offerings.length > 0 ? <Offerings offerings={offerings} view={view} /> : <p>{view.m.course.noOfferings}</p>}
        </section>
        <CourseRecord shown={shown} view={view} />
        <VersionRecord shown={shown} versions={versions} view={view} />
      </div>
    </Layout>,
    { cache: 'public' },
  );
}

/** What it is, at a glance: everything a person needs to decide whether to read on. */
const Answer: FC<Readonly<{ shown: Shown; view: View; versions: readonly PublishedEntry[] }>> = ({
  shown,
  view,
  versions,
}) => {
  const { institution, microcredentialSlug, version, withdrawnAt } = shown;
  const { m } = view;
  const { level, title, description } = version.content;
  const isOlder = versions.some((each) => each.version.number > version.number);
  return (
    <header class="stack">
      <p class="eyebrow">
        <a href={pageAt(view, `/institutions/${institution.slug}`)}>
          <Text of={institution.name} view={view} />
        </a>
      </p>
      <h1>
        <Text of={title} view={view} />
      </h1>
      {withdrawnAt && <p class="notice">{m.course.withdrawn}</p>}
      {isOlder && (
        <p class="notice">
          {m.course.older}{' '}
          <a href={pageAt(view, `/institutions/${institution.slug}/microcredentials/${microcredentialSlug}`)}>
            {m.course.newest}
          </a>
        </p>
      )}
      <Strip facts={factsOfVersion(version)} view={view} />
      {'eqf' in level ? (
        <p class="quiet">
          <LevelLike eqf={String(level.eqf)} view={view} />
        </p>
      ) : (
        <Prose of={level.reason} view={view} class="quiet" />
      )}
      <Prose of={description} view={view} class="lead" />
    </header>
  );
};

/** Runs that one can still take part in, soonest first; on a version's own page only its own. */
async function coming(services: Services, shown: Shown, isOneVersion: boolean): Promise<OfferingView[]> {
  const { institution, microcredentialSlug, version } = shown;
  const offered = await services.offerings.upcoming(institution.slug, microcredentialSlug);
  return offered.filter(({ offering }) => !isOneVersion || offering.version === version.number);
}
