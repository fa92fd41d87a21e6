import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { View } from '../../shell/view.ts';
import { Day } from '../text/days.tsx';
import type { Row } from '../text/rows.tsx';
import { Filled, Outward, Written } from '../text/text.tsx';

export function syllabusRow({ content: { syllabus } }: PublishedVersion, view: View): Row | undefined {
  if (!syllabus) return undefined;
  const { m } = view;
  return {
    label: m.record.syllabus,
    value: (
      <>
        <Outward href={syllabus.url}>
          <Written text={syllabus.code} />
        </Outward>
        , <Filled message={m.record.decided} with={<Day of={syllabus.decisionDate} view={view} />} />
      </>
    ),
  };
}
