type Credentials = { email: string; password: string };

let kept: Partial<Credentials> = {};

/**
 * Carries what was typed on one page before log-in to the next page that asks for it. It stays in memory, so that a
 * password never enters an address, the browser's history or its storage.
 */
export function rememberCredentials(credentials: Partial<Credentials>): void {
  kept = credentials;
}

export function rememberedCredentials(): Partial<Credentials> {
  return kept;
}
