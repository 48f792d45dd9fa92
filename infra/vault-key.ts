import type { Construct } from "constructs";
import { SealingKey } from "./sealing-key.ts";

/** Seals the owners' AI keys. */
export class VaultKey extends SealingKey {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: "Latchkey: seals the owners' AI keys", context: ["user_id", "provider"] });
  }
}
