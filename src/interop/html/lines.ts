/** Words put together as lines: white space collapses as HTML says, and breaks are made only between words. */
export class Lines {
  readonly #collapses: boolean;
  #out = '';
  #breaks = 0;
  #space = false;
  #marker = '';

  constructor(collapses: boolean) {
    this.#collapses = collapses;
  }

  words(text: string): void {
    if (!this.#collapses) {
      this.#out += text;
      return;
    }
    const [first = '', ...others] = text.split(/[ \t\n\f\r\u00A0]+/);
    this.#word(first);
    for (const word of others) {
      this.#space = true;
      this.#word(word);
    }
  }

  /** At least so many line breaks before the next word. */
  atLeast(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, this.#marker === '' ? breaks : 1);
    this.#space = false;
  }

  lineBreak(): void {
    this.#breaks += 1;
    this.#space = false;
  }

  space(): void {
    this.#space = true;
  }

  /** What stands before the next word of a list: a dash or a number. */
  item(marker: string): void {
    this.atLeast(1);
    this.#marker = marker;
  }

  text(): string {
    return this.#out;
  }

  #word(word: string): void {
    if (word === '') return;
    if (this.#out !== '')
      this.#out += this.#breaks > 0 ? '\n'.repeat(Math.min(this.#breaks, 2)) : this.#space ? ' ' : '';
    this.#out += this.#marker + word;
    this.#breaks = 0;
    this.#space = false;
    this.#marker = '';
  }
}
