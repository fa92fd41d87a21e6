import type { FC } from 'hono/jsx';
import type { Field } from './verify-input.ts';
import { pageAt, type View } from '../../shell/view.ts';

type FormProps = Readonly<{
  view: View;
  /** The field with the fault, where it is known. */
  faulty?: Field | undefined;
  text?: string | undefined;
  heading?: string | undefined;
}>;

export const Form: FC<FormProps> = ({ view, faulty, text = '', heading }) => {
  const { m } = view;
  const described = (field: Field) =>
    field === faulty
      ? { 'aria-describedby': `${field}-hint fault`, 'aria-invalid': 'true' as const }
      : { 'aria-describedby': `${field}-hint` };
  return (
    <form class="form stack screen" method="post" action={pageAt(view, '/verify')} enctype="multipart/form-data">
      {heading && <h2>{heading}</h2>}
      <div>
        <label for="text">{m.verify.text}</label>
        <p class="hint" id="text-hint">
          {m.verify.textHint}
        </p>
        <textarea
          id="text"
          name="text"
          rows={heading ? 5 : 10}
          spellcheck={false}
          autocomplete="off"
          dir="ltr"
          {...described('text')}
        >
          {text}
        </textarea>
      </div>
      <div>
        <label for="file">{m.verify.file}</label>
        <p class="hint" id="file-hint">
          {m.verify.fileHint}
        </p>
        <input id="file" name="file" type="file" {...described('file')} />
      </div>
      <button class="button" type="submit">
        {m.verify.submit}
      </button>
    </form>
  );
};
