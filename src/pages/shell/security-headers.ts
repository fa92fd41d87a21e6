const headersWith = (...more: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

/** Of every page: no script, nothing from elsewhere, no frame, and no address told to where a link leads. */
export const securityHeaders = headersWith();

/** Of the one page with a script, which is a file of ours and asks only us. */
export const headersWithScript = headersWith("script-src 'self'", "connect-src 'self'");
