import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { country, type CountryCode } from '../../generated/vocab.ts';
import { quoted } from '../import/notes.ts';
import type { Part } from '../import/parts.ts';
import { literal, webAddress } from '../import/values.ts';
import type { Source } from './source.ts';

/** Who issues is who awards; who created the description of an achievement (`creator`) is not. */
export function awardingBodiesOf(source: Source): MicrocredentialContent['awardingBodies'] {
  const { document, issuer } = source;
  if (!issuer) return undefined;
  const name = source.texts.one(issuer, 'name');
  const code = countryOf(source, issuer);
  const homepage = webAddress(document, [[issuer, 'url']]);
  if (!name) document.notes.add(issuer.pointer, 'The awarding body was left out: its name is not stated.');
  else if (code === undefined) {
    document.notes.add(issuer.pointer, 'The country of the awarding body is not stated, or not in our list.');
  }
  return name && [{ name, ...present({ country: code, homepage }) }];
}

function countryOf({ document }: Source, issuer: Part): CountryCode | undefined {
  const codes = document.parts([issuer], 'address', 'address').flatMap((address) => {
    return document.values(address, 'addressCountryCode').flatMap((value) => {
      const written = (literal(value) ?? '').toUpperCase();
      const known = country.find(({ code }) => code === written);
      document.notes.add(
        value.pointer,
        known ? `The country ${known.label.en} was taken.` : `The country ${quoted(written)} is not in our list.`,
      );
      return known?.code ?? [];
    });
  });
  return codes[0];
}
