import { LatchkeyError } from "../errors.ts";

/** The token of `Authorization: Bearer …` (RFC 6750, 2.1). @throws LatchkeyError unauthorized */
export function bearerToken(event: { headers: Record<string, string | undefined> }): string {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(event.headers["authorization"] ?? "")?.[1];
  if (token === undefined) throw new LatchkeyError("unauthorized");
  return token;
}
