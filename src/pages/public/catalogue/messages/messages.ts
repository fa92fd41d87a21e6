export type CatalogueMessages = Readonly<{
  catalogue: Readonly<{
    title: string;
    lead: string;
    empty: string;
    institutions: string;
  }>;
}>;
