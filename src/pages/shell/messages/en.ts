import type { ShellMessages } from './messages.ts';

export const en: ShellMessages = {
  service: 'the mikromerit service',
  serviceDescription: 'Universities describe short courses here, and certify those who complete them.',
  nav: {
    skip: 'Skip to the content',
    main: 'Main menu',
    catalogue: 'Micro-credentials',
    verify: 'Check a certificate',
    language: 'Language',
  },
  problems: {
    notFound: {
      title: 'There is nothing at this address',
      text: 'The address may be mistyped, or the page may have been turned off by its owner.',
    },
    tooMany: {
      title: 'Too many checks at once',
      text: 'Many certificates were checked from where you are. Please wait a minute, go back and try again.',
    },
    busy: {
      title: 'The service is busy right now',
      text: 'Many people are using it at once. Please wait a moment and try again.',
    },
    badRequest: { title: 'This address cannot be read', text: 'Part of the address is wrong. Please start over.' },
    fault: { title: 'Something went wrong on our side', text: 'It is not your fault. Please try again in a while.' },
  },
};
