/** The search of the reference page, bundled by scripts/generate/assets.ts. Without it the form asks the server. */
import { countText, createSearch, type Entry } from '../public/reference/search/search.ts';

const form = document.querySelector<HTMLFormElement>('#search');
const input = document.querySelector<HTMLInputElement>('#q');
const count = document.querySelector<HTMLElement>('#count');
const results = document.querySelector<HTMLElement>('#results');

if (form && input && count && results) {
  let loading: Promise<(query: string) => ReturnType<ReturnType<typeof createSearch>>> | undefined;
  const load = () => (loading ??= loadSearch(form.dataset['entries'] ?? ''));

  const show = async () => {
    const query = input.value.trim();
    const search = await load();
    // Meanwhile the reader may have typed on.
    if (query !== input.value.trim()) return;
    const found = query === '' ? undefined : search(query);
    count.textContent = found ? countText(found) : '';
    results.replaceChildren(...(found?.entries ?? []).map(resultOf));
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
  };

  input.addEventListener('focus', () => void load().catch(forget), { once: true });
  input.addEventListener('input', () => void show().catch(forget));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show().then(
      () => results.querySelector('a')?.focus(),
      () => form.submit(),
    );
  });

  function forget(): void {
    loading = undefined;
  }
}

async function loadSearch(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return createSearch((await response.json()) as readonly Entry[]);
}

/** As the server writes it; what is found stands in the page as text, never as markup. */
function resultOf({ id, kind, name, text }: Entry): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = name;
  const what = document.createElement('span');
  what.className = 'quiet';
  what.textContent = kind;
  const words = document.createElement('p');
  words.textContent = text;
  item.append(link, ' ', what, words);
  return item;
}
