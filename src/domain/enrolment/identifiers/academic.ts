import { firstOf, type IdentifierRow } from './kind.ts';

const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** What both have in common: 255 characters of ASCII that can be seen (OpenID Connect Core 1.0 §2, `sub`). */
const isPlain = (text: string) => /^[\x21-\x7E]{1,255}$/.test(text);

/** The part before the @ may tell capitals apart; the domain behind it does not. */
function asSubject(value: string): string {
  const text = value.trim();
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase();
}

/** What is wrong with a name that may have a scope behind it. */
function subjectFault(value: string, needsScope: boolean): string | undefined {
  const text = asSubject(value);
  const [name, scope, ...more] = text.split('@');
  return firstOf(
    [!isPlain(text), 'It has 1 to 255 characters of ASCII, without a blank.'],
    [more.length > 0 || name === '', 'It has at most one @, and something before it.'],
    [needsScope && scope === undefined, 'It is a name, an @ and the domain of whoever issued it.'],
    [scope !== undefined && !domain.test(scope), 'After its @ stands the domain of whoever issued it.'],
  );
}

/** What eduID says of who is logged in: the `sub` of OpenID Connect, or a name with its scope (eduPersonPrincipalName). */
export const eduidSubject: IdentifierRow<'eduid-subject'> = {
  kind: 'eduid-subject',
  label: { sv: 'eduID-identitet', fi: 'eduID-tunniste', en: 'eduID subject' },
  normalise: asSubject,
  check: (value) => subjectFault(value, false),
};

/** eduPersonPrincipalName (REFEDS eduPerson 202208 §2.2.8): names at a university, which may come back for others. */
export const eppn: IdentifierRow<'eppn'> = {
  kind: 'eppn',
  label: { sv: 'användarnamn vid lärosäte (eppn)', fi: 'korkeakoulun käyttäjätunnus (eppn)', en: 'user name (eppn)' },
  normalise: asSubject,
  check: (value) => subjectFault(value, true),
  isGivenAnew: true,
};

const prefix = 'urn:schac:personalUniqueCode:int:esi:';

/** SCHAC compares the whole without regard to capitals. */
function asEsi(value: string): string {
  const text = value.trim().toLowerCase();
  return text.startsWith(prefix.toLowerCase()) ? prefix + text.slice(prefix.length) : value.trim();
}

/** European Student Identifier 1.0: the code of a country or region, or of a university under its domain. */
export const europeanStudentIdentifier: IdentifierRow<'european-student-identifier'> = {
  kind: 'european-student-identifier',
  label: {
    sv: 'europeisk studentidentifierare',
    fi: 'eurooppalainen opiskelijatunniste',
    en: 'European Student Identifier',
  },
  normalise: asEsi,
  check(value) {
    const text = asEsi(value);
    if (!text.startsWith(prefix)) return `It begins with ${prefix}`;
    const [scope = '', ...code] = text.slice(prefix.length).split(':');
    const isScope = /^[a-z]{2}(?:-[a-z0-9]{1,3})?$/.test(scope) || domain.test(scope);
    return firstOf(
      [!isScope, 'After its beginning stands the code of a country or the domain of a university.'],
      // RFC 2141 §2.2: the characters of a name in a URN.
      [!/^[a-z0-9()+,\-.:=@;$_!*'%]+$/.test(code.join(':')), 'It ends with a colon and the code of the student.'],
      [text.length > 255, 'It has at most 255 characters.'],
    );
  },
};
