import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grounds } from '../../src/domain/institution/decision.ts';
import { roles } from '../../src/domain/institution/staff.ts';
import { checkNames, documentKinds, verdicts } from '../../src/domain/verification/verification.ts';
import { root } from './imports.ts';

type Json = Readonly<Record<string, any>>;

const propertiesOf = (schema: string): Json =>
  JSON.parse(readFileSync(join(root, `schemas/${schema}.json`), 'utf8')).properties;

describe('the contract has exactly the codes of the service:', () => {
  test.each([
    ['kinds of a decision', propertiesOf('institution/Decision')['kind'].enum, Object.keys(grounds)],
    ['roles of a key', propertiesOf('institution/Me')['roles'].items.enum, roles],
    ['roles of a colleague', propertiesOf('institution/StaffMember')['roles'].items.enum, roles],
    ['verdicts', propertiesOf('verification/Report')['verdict'].enum, verdicts],
    ['kinds of a document', propertiesOf('verification/Report')['kind'].enum, documentKinds],
    ['checks', propertiesOf('verification/Check')['name'].enum, checkNames],
  ] as readonly (readonly [string, readonly string[], readonly string[]])[])('%s', (_, ofContract, ofService) => {
    expect(ofContract).toEqual(ofService);
  });

  test('grounds of a decision', () => {
    const lists = Object.entries(grounds).map(([kind, codes]) => `${kind}: ${codes.join(', ')}`);
    expect(propertiesOf('institution/DecisionInput')['ground'].description).toContain(`${lists.join('; ')}.`);
  });
});
