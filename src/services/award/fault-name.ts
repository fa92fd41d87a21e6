/** What may be logged of a fault: its name alone. What a library or a database says may quote the document. */
export const faultName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
