type Credentials = { email: string; password: string };

let kept: Partial<Credentials> = {};

/**
 * What was just typed on one page of the way in and is asked for on the next. In memory: a password is never part of an
 * address, of the browser's history or of its storage.
 */
export function handOn(credentials: Partial<Credentials>): void {
  kept = credentials;
}

export function handedOn(): Partial<Credentials> {
  return kept;
}
