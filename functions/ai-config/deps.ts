import type { CheckLimit } from "../../shared/ai-configs/check-limit.ts";
import type { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import type { KeySealer } from "../../shared/ai-configs/vault.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = { configs: ConfigStore; users: UserStore; sealer: KeySealer; checks: CheckLimit; jobs: JobQueue };
