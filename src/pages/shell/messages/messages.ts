/** Words of every page, and of the pages about a problem. */
export type ShellMessages = Readonly<{
  service: string;
  serviceDescription: string;
  nav: Readonly<{ skip: string; main: string; catalogue: string; verify: string; language: string }>;
  problems: Readonly<
    Record<'notFound' | 'badRequest' | 'tooMany' | 'busy' | 'fault', Readonly<{ title: string; text: string }>>
  >;
}>;
