import type { AgentRuns } from "../agent-runs.ts";
import type { Api } from "../api.ts";
import type { ApiFunctions } from "../api-functions.ts";
import type { LatchkeyFunction } from "../function.ts";
import type { MailIntake } from "../mail-intake.ts";
import type { WorkQueue } from "../queue.ts";
import type { VaultKey } from "../vault-key.ts";

/** The resources that the alarms and the dashboard observe. */
export type Watched = {
  queues: WorkQueue[];
  functions: LatchkeyFunction[];
  sweeper: LatchkeyFunction;
  api: Api;
  apiFunctions: ApiFunctions;
  intake: MailIntake;
  runs: AgentRuns;
  vaultKey: VaultKey;
};
