import type { FC } from 'hono/jsx';
import type { CodeListName } from '../../../domain/shared/code-lists.ts';
import { knownLabelOf } from './codes.ts';
import { capitalised, separatorOf } from './formats.ts';
import type { View } from '../../shell/view.ts';
import { Written } from './text.tsx';

type Props = Readonly<{ list: CodeListName; view: View; initial?: boolean }>;

/** The label of a code; one that the list does not know stands as the document has it. */
export const Coded: FC<Props & Readonly<{ code: string }>> = ({ list, code, view, initial = false }) => {
  const label = knownLabelOf(list, code, view.locale);
  if (label === undefined) return <Written text={code} />;
  return <>{initial ? capitalised(label) : label}</>;
};

export const CodedList: FC<Props & Readonly<{ codes: readonly string[] }>> = ({ codes, ...props }) => {
  const separator = separatorOf(codes.map((code) => knownLabelOf(props.list, code, props.view.locale) ?? code));
  return (
    <>
      {codes.map((code, at) => (
        <>
          {at > 0 && separator}
          <Coded code={code} {...props} initial={props.initial === true && at === 0} />
        </>
      ))}
    </>
  );
};
