import '../sealed-prototypes.ts';
import { canonicalText } from '../../credentials/index.ts';
import type { Answer, Question } from './questions.ts';

// A process of its own: whatever a template did wrong in the service, what the service keeps in memory does not reach here.

async function answer({ id, base, form, facts }: Question): Promise<Answer> {
  try {
    return { id, text: await canonicalText(base, form, facts) };
  } catch {
    // Of whoever it is about nothing is said.
    return { id };
  }
}

process.on('message', (question: Question) => {
  void answer(question).then((said) => process.send?.(said));
});
process.on('disconnect', () => process.exit());
