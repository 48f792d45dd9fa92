import type { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import type { KeySealer } from "../../shared/ai-configs/vault.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = {
  configs: ConfigStore;
  users: UserStore;
  sealer: KeySealer;
  checks: HourlyLimit;
  jobs: JobQueue;
  now: () => Date;
};
