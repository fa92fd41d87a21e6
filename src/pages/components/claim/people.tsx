import type { FC } from 'hono/jsx';
import type { Report } from '../../../domain/verification/verification.ts';
import type { Facts } from '../course/facts.ts';
import type { View } from '../../shell/view.ts';
import { Coded } from '../text/coded.tsx';
import { Identifier, Text, Written } from '../text/text.tsx';

type Props = Readonly<{ facts: Facts; view: View }>;

export const isHolderKnown = ({ learner, learnerNames = [], learnerEmail }: Facts): boolean =>
  learner !== undefined || learnerNames.length > 0 || learnerEmail !== undefined;

/** Who holds it, as the document names the person: by one name, several, or an address alone. */
export const Holder: FC<Props & Readonly<{ withNote?: boolean }>> = ({ facts, view: { m }, withNote = false }) => {
  const { learner, learnerNames = [], learnerEmail } = facts;
  const names = learnerNames.length > 0 ? learnerNames : learner === undefined ? [] : [learner];
  return (
    <>
      {names.map((name, at) => (
        <>
          {at > 0 && ' / '}
          <Written text={name} />
        </>
      ))}
      {names.length === 0 && learnerEmail !== undefined && <Written text={learnerEmail} />}
      {withNote && names.length > 1 && <span class="quiet note">{m.said.severalNames}</span>}
      {withNote && names.length === 0 && <span class="quiet note">{m.said.emailOnly}</span>}
    </>
  );
};

type IssuerProps = Readonly<{ issuer: NonNullable<Report['summary']['issuer']>; view: View }>;

/** The name is the document's own claim; beside it stands the domain, or that the issuer is only a key or a urn. */
export const Issuer: FC<IssuerProps & Readonly<{ withId?: boolean }>> = ({ issuer, view, withId = false }) => {
  const { m } = view;
  const domain = domainOf(issuer.id);
  return (
    <>
      {issuer.name && (
        <p>
          <Text of={issuer.name} view={view} />
          {issuer.country && (
            <>
              , <Coded list="country" code={issuer.country} view={view} initial />
            </>
          )}
        </p>
      )}
      {domain !== undefined && (
        <p>
          {m.said.domain}:{' '}
          <strong>
            <bdi dir="ltr">{domain}</bdi>
          </strong>
        </p>
      )}
      {domain === undefined && issuer.name && (
        <p class="quiet">
          {m.said.nameAsGiven}
          {!/^urn:/i.test(issuer.id) && ` ${m.said.keyAlone}`}
        </p>
      )}
      {(withId || (domain === undefined && !issuer.name)) && (
        <p>
          <Identifier text={issuer.id} />
        </p>
      )}
    </>
  );
};

/** The domain name of a did:web, with its port; undefined for any other identifier. */
const domainOf = (id: string): string | undefined => /^did:web:([a-z0-9.%-]+)/i.exec(id)?.[1]?.replace(/%3a/i, ':');
