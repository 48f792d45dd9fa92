import type { Sessions } from "../../shared/accounts/sessions.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { UserStore } from "../../shared/users/user-store.ts";
import type { Accounts } from "./accounts.ts";
import type { Codes } from "./codes.ts";

export type Deps = {
  accounts: Accounts;
  sessions: Sessions;
  codes: Codes;
  users: UserStore;
  jobs: Pick<JobQueue, "release">;
  /** True when nobody gets a token before the e-mail address is proved. */
  confirmEmail: boolean;
  now: () => Date;
};
