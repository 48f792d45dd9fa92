import type { WayId } from "./way-ids.ts";

/** A mailbox that the agent's owner has connected, as far as the rules of a mail need it. */
export type Connected = {
  address: string;
  way: WayId;
  /** Whose seal stood last on the test mail, if the chain was true. */
  sealer: string | undefined;
};
