/** A client of AWS, or the way to have it made and its code loaded when it is first called. */
export type Late<Client> = Client | (() => Promise<Client>);

/** Makes it once. @param load imports the file that makes the client, which so becomes a file of the bundle of its own */
export function late<Client>(load: () => Promise<Client>): () => Promise<Client> {
  let client: Promise<Client> | undefined;
  return () => {
    client ??= load();
    return client;
  };
}

export async function inTime<Client extends object>(client: Late<Client>): Promise<Client> {
  return typeof client === "function" ? client() : client;
}
