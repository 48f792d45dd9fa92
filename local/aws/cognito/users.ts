import { AwsError } from "../wire/aws-error.ts";
import type { Pool, User } from "./pool.ts";

export type Attribute = { Name: string; Value?: string | undefined };

/** By e-mail, whatever its case, or by the user name that Cognito made, which is the sub. */
export function findUser(pool: Pool, name: string): User | undefined {
  const email = name.toLowerCase();
  return pool.users.find(({ sub, attributes }) => sub === name || attributes["email"]?.toLowerCase() === email);
}

/** @throws AwsError UserNotFoundException: the admin calls say so even with PreventUserExistenceErrors */
export function requireUser(pool: Pool, name: string): User {
  const user = findUser(pool, name);
  if (!user) throw new AwsError("UserNotFoundException", "User does not exist.");
  return user;
}

export function attributesOf(user: User): Attribute[] {
  return Object.entries({ sub: user.sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value }));
}
