import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisionKinds, groundsOf, kindsByCategory } from '../../src/domain/institution/decision.ts';
import { institutionIdentifierKinds } from '../../src/domain/institution/identifiers.ts';
import { courseCertificates, institutionKinds } from '../../src/domain/institution/institution.ts';
import { learnerCategories } from '../../src/domain/legal-form/categories.ts';
import { roles } from '../../src/domain/institution/staff.ts';
import {
  checkNames,
  documentKinds,
  presentationCheckNames,
  verdicts,
} from '../../src/domain/verification/verification.ts';
import { root } from './imports.ts';

type Json = Readonly<Record<string, any>>;

const schemaOf = (name: string): Json => JSON.parse(readFileSync(join(root, `schemas/${name}.json`), 'utf8'));
const propertiesOf = (schema: string): Json => schemaOf(schema)['properties'];

describe('the contract has exactly the codes of the service:', () => {
  test.each([
    ['kinds of a decision', propertiesOf('institution/Decision')['kind'].enum, decisionKinds],
    ['kinds of an institution', propertiesOf('institution/Institution')['kind'].enum, institutionKinds],
    [
      'kinds of an identifier of an institution',
      propertiesOf('institution/InstitutionIdentifier')['kind'].enum,
      institutionIdentifierKinds,
    ],
    [
      'policies for the certificate of a credit course',
      schemaOf('institution/CourseCertificate')['enum'],
      courseCertificates,
    ],
    ['roles of a key', propertiesOf('institution/Me')['roles'].items.enum, roles],
    ['roles of a colleague', propertiesOf('institution/StaffMember')['roles'].items.enum, roles],
    ['verdicts', propertiesOf('verification/Report')['verdict'].enum, verdicts],
    ['kinds of a document', propertiesOf('verification/Report')['kind'].enum, documentKinds],
    [
      'checks',
      propertiesOf('verification/Check')['name'].enum,
      [...new Set([...checkNames, ...presentationCheckNames])],
    ],
  ] as readonly (readonly [string, readonly string[], readonly string[]])[])('%s', (_, ofContract, ofService) => {
    expect(ofContract).toEqual(ofService);
  });

  test('grounds of a decision', () => {
    const named = (name: string, codes: readonly string[]) => `${name}: ${codes.join(', ')}`;
    const lists = decisionKinds.flatMap((kind) =>
      (kindsByCategory as readonly string[]).includes(kind)
        ? learnerCategories.map((category) => named(`${kind}, of a ${category}`, groundsOf(kind, category)))
        : [named(kind, groundsOf(kind))],
    );
    expect(propertiesOf('institution/DecisionInput')['ground'].description).toContain(`${lists.join('; ')}.`);
  });
});
