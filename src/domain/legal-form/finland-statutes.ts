import type { Citation } from './rule.ts';

const paragraphs =
  (statute: string, url: string) =>
  (paragraph: string): Citation => ({ statute, paragraph, url });

export const yliopistolaki = paragraphs('yliopistolaki (558/2009)', 'https://finlex.fi/fi/laki/ajantasa/2009/20090558');
export const ammattikorkeakoululaki = paragraphs(
  'ammattikorkeakoululaki (932/2014)',
  'https://www.finlex.fi/fi/laki/ajantasa/2014/20140932',
);

const universityFees = 'valtioneuvoston asetus yliopistojen toiminnassa perittävistä maksuista (1082/2009)';
/** As changed by asetus 1436/2014. */
export const universityFees2015 = paragraphs(universityFees, 'https://www.finlex.fi/fi/laki/alkup/2014/20141436');
/** As changed by decision OKM/2024/27 of the government. */
export const universityFees2024 = paragraphs(universityFees, 'https://okm.fi/paatos?decisionId=1173');

const polytechnicFees = 'valtioneuvoston asetus ammattikorkeakoulujen toiminnasta perittävistä maksuista (1440/2014)';
export const polytechnicFees2015 = paragraphs(polytechnicFees, 'https://finlex.fi/fi/laki/alkup/2014/20141440');
export const polytechnicFees2024 = paragraphs(
  polytechnicFees,
  'https://valtioneuvosto.fi/-/1410845/korkeakoulujen-maksuasetuksia-muutetaan',
);

/** 4 a luku, added by asetus 1439/2014. */
export const universityDegrees = paragraphs(
  'valtioneuvoston asetus yliopistojen tutkinnoista ja erikoistumiskoulutuksista (794/2004)',
  'https://www.finlex.fi/fi/laki/alkup/2014/20141439',
);
/** As changed by asetus 1438/2014. */
export const polytechnics = paragraphs(
  'valtioneuvoston asetus ammattikorkeakouluista (1129/2014)',
  'https://www.finlex.fi/fi/laki/alkup/2014/20141438',
);
