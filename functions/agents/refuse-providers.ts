import { LatchkeyError } from "../../shared/errors.ts";
import { withoutPublic } from "../../shared/mail/public-mailboxes.ts";

/**
 * Refuses the domains of mailbox providers. With such a domain the owner trusts its people to name each other in
 * Reply-To, and at a mailbox provider anybody can have an address.
 * @throws LatchkeyError `invalid_request`. The message repeats the domain, which is on a public list and no secret.
 */
export async function refuseProviders(formDomains: string[] = []): Promise<void> {
  const allowed = new Set(await withoutPublic(formDomains));
  const fields = formDomains.flatMap((domain, at) =>
    allowed.has(domain) ? [] : [{ field: `formDomains.${at}`, message: `${domain} gives addresses to anybody` }],
  );
  if (fields.length > 0) throw new LatchkeyError("invalid_request", { fields });
}
