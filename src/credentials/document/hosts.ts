/** This machine, where http is as good as https. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1'];
