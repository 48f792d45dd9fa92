import type { UsageReader } from "../../shared/usage/usage-reader.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = {
  users: UserStore;
  usage: UsageReader;
  now: () => Date;
};
