import type { Calls } from './contract-calls.ts';
import type { Harness } from '../harness.ts';
import { sentImage } from '../images.ts';

type Of = 'listThemes' | 'addEmblem' | 'readEmblem';

/** A success and a refusal of each operation about themes and emblems. */
export function descriptionCalls(harness: () => Harness): Readonly<Record<Of, Calls>> {
  const at = (path: string) => `${harness().south.base}${path}`;
  const upload = (body?: BodyInit) => harness().south.as.editor.send('POST', at('/emblems'), sentImage(body));
  return {
    listThemes: {
      succeeds: async () => {
        await harness().services.themes.add('koesaari', 'vesi', { fi: 'Vesi' });
        return harness().anyone.get(at('/themes'));
      },
      refused: () => harness().anyone.get('/api/v1/institutions/ingenstans/themes'),
    },
    addEmblem: { status: 201, succeeds: () => upload(), refused: () => upload('GIF89a') },
    readEmblem: {
      succeeds: async () => harness().anyone.get((await upload()).body.address),
      refused: () => harness().anyone.get(at(`/emblems/${'0'.repeat(64)}`)),
    },
  };
}
