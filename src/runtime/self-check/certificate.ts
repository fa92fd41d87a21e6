/**
 * A certificate that is valid for ever and says nothing of anybody, for the service to check itself with. It was signed
 * once; the private key was never written down.
 */
export const selfCheckCertificate = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:3f0b9b0a-3f5d-4c3e-9d0a-7d6c2e5b8f11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Self-check',
  issuer: {
    id: 'did:key:z6Mkh1sAnm8xbS1JuDyvHQob3UvjWFVPdYzcLimRzWiRT8c4',
    type: ['Profile'],
    name: 'The service itself',
  },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:0c4a6a5e-9b6e-4a52-8f6c-1c2d3e4f5a6b',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:8a1b2c3d-4e5f-4a6b-9c7d-0e1f2a3b4c5d',
      type: ['Achievement'],
      name: 'Self-check',
      description: 'That a certificate can be checked.',
      criteria: {
        narrative: 'The signature holds.',
      },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    created: '2026-01-01T00:00:00Z',
    verificationMethod:
      'did:key:z6Mkh1sAnm8xbS1JuDyvHQob3UvjWFVPdYzcLimRzWiRT8c4#z6Mkh1sAnm8xbS1JuDyvHQob3UvjWFVPdYzcLimRzWiRT8c4',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    proofValue: 'z3cSdBE5VggeEv2eLf5HrAK8SqYee7XBtpXb82Rd3yA1qiuX263C22UoKHk5w5vkjp3dDQ2JASzAXmYdyYDMhHVvW',
  },
} as const;
