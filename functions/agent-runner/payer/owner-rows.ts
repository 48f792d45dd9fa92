import type { Config } from "../../../shared/ai-configs/config.ts";
import type { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import type { User } from "../../../shared/users/user.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";

/** What an owner has stored: the account with its budget, and the sealed keys, oldest first. */
export type OwnerRows = { user: User | undefined; configs: Config[] };

export type ReadsOwner = { users: UserStore; configs: ConfigStore };

export async function readOwner(userId: string, { users, configs }: ReadsOwner): Promise<OwnerRows> {
  const [user, all] = await Promise.all([users.get(userId), configs.getAll(userId)]);
  return { user, configs: all };
}
