import type { Sessions } from "../../shared/accounts/sessions.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { UserStore } from "../../shared/users/user-store.ts";
import type { Accounts } from "./accounts.ts";
import type { Admission } from "./admission.ts";
import type { Codes } from "./codes.ts";

export type Deps = {
  accounts: Accounts;
  sessions: Sessions;
  codes: Codes;
  users: UserStore;
  jobs: Pick<JobQueue, "requeueHeld">;
  admission: Admission;
  /** True when nobody gets a token before the address is verified. */
  confirmEmail: boolean;
  now: () => Date;
};
