import { lazy } from "../aws/lazy.ts";
import type { SesIdentities } from "./ses-identities.ts";

/** What is done with SES's identities. */
export type Identities = Pick<SesIdentities, "ensure" | "restart" | "remove">;

/** SES's identities, whose client is loaded with the first call: most answers of the API need none. */
export function lateIdentities(): Identities {
  const load = lazy(async () => {
    const [{ sesv2 }, { SesIdentities }] = await Promise.all([
      import("../aws/sesv2.ts"),
      import("./ses-identities.ts"),
    ]);
    return new SesIdentities(sesv2(), process.env["LATCHKEY_STACK"] ?? "");
  });
  return {
    ensure: async (claim) => (await load()).ensure(claim),
    restart: async (claim) => (await load()).restart(claim),
    remove: async (claim) => (await load()).remove(claim),
  };
}
