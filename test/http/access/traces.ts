import type { Answer } from '../setup/client.ts';
import type { Harness } from '../setup/harness.ts';
import type { Story } from '../setup/story.ts';

/** What belongs to the other institution, with the token of the page of its certificate. */
type Theirs = Readonly<{ harness: Harness; theirs: Story; token: string }>;

/** Words that stand in what is theirs, and nowhere in what is ours or was asked. */
function traces({ harness, theirs, token }: Theirs): readonly string[] {
  const { award, credential, version, registration } = theirs;
  const people = Object.values(harness.south.ids).filter((id) => id !== harness.south.ids.bystander);
  return [
    'hemliga',
    'secret course',
    'Koesaari',
    'koesaari',
    'Vattenenheten',
    credential.credentialSubject.learnerName,
    version.digest,
    award.decisionId,
    token,
    registration.learnerId,
    ...people,
  ];
}

/** Which of those words an answer shows. */
export const tracesIn = ({ text, headers, path }: Answer, of: Theirs): readonly string[] =>
  traces(of).filter(
    (trace) => !path.includes(trace) && (text.includes(trace) || JSON.stringify([...headers]).includes(trace)),
  );
