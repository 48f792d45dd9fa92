/** An AWS client, or a function that loads its code and creates it on the first call. */
export type Lazy<Client> = Client | (() => Promise<Client>);

/**
 * Creates the client once. @param load imports the file that creates it, which becomes a separate file of the bundle
 */
export function lazy<Client>(load: () => Promise<Client>): () => Promise<Client> {
  let client: Promise<Client> | undefined;
  return () => {
    client ??= load();
    return client;
  };
}

export async function loadClient<Client extends object>(client: Lazy<Client>): Promise<Client> {
  return typeof client === "function" ? client() : client;
}
