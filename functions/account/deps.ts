import type { AccountEnding } from "../../shared/accounts/account-ending.ts";
import type { Sessions } from "../../shared/accounts/sessions.ts";
import type { AgentStore } from "../../shared/agents/agent-store.ts";
import type { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import type { BlockList } from "../../shared/correspondents/block-list.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import type { TokenStore } from "../../shared/tokens/token-store.ts";
import type { UsageReader } from "../../shared/usage/usage-reader.ts";
import type { DeletionQueue } from "../../shared/users/deletion-queue.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = {
  users: UserStore;
  configs: ConfigStore;
  agents: AgentStore;
  runs: RunStore;
  usage: UsageReader;
  blocked: BlockList;
  tokens: Pick<TokenStore, "list">;
  sessions: Pick<Sessions, "provePassword">;
  accounts: Pick<AccountEnding, "signOutEverywhere">;
  jobs: Pick<JobQueue, "requeueHeld">;
  deletions: DeletionQueue;
  /**
   * How many mails a month the platform's key answers for a user without a key. Undefined where the platform has no
   * key.
   */
  platformMails?: number | undefined;
  now: () => Date;
};
