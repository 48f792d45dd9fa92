import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";
import { type Operation, operation } from "./operation.ts";
import { hashPassword } from "./passwords.ts";
import { now, type User } from "./pool.ts";
import { endSessionsOf } from "./sessions.ts";
import { attributesOf, findUser, requireUser } from "./users.ts";

const one = { UserPoolId: z.string(), Username: z.string().min(1) };

const createInput = z.object({
  ...one,
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string().default("") })).default([]),
  TemporaryPassword: z.string().optional(),
  /** The invitation mail is not on this machine. */
  MessageAction: z.literal("SUPPRESS"),
});

/** The pool signs in by e-mail, so the name of a new user is their address; Cognito makes the user name itself. */
const adminCreateUser = operation(createInput, async ({ pools }, input) => {
  const pool = pools.byId(input.UserPoolId);
  if (!z.email().safeParse(input.Username).success) {
    throw new AwsError("InvalidParameterException", "Username should be an email.");
  }
  const given = Object.fromEntries(input.UserAttributes.map(({ Name, Value }) => [Name, Value]));
  const attributes = { email_verified: "false", ...given, email: input.Username };
  const temporary = input.TemporaryPassword;
  const password = temporary && (await hashPassword(temporary, pool.settings.minimumPasswordLength));
  if (findUser(pool, input.Username)) {
    throw new AwsError("UsernameExistsException", "An account with the given email already exists.");
  }
  const at = now();
  const dates = { created: at, modified: at };
  const user: User = {
    sub: randomUUID(),
    attributes,
    status: "FORCE_CHANGE_PASSWORD",
    ...dates,
    codes: {},
    attempts: {},
  };
  if (password) user.password = password;
  pool.users.push(user);
  pools.save();
  return { User: { ...shown(user), Attributes: attributesOf(user) } };
});

const passwordInput = z.object({ ...one, Password: z.string(), Permanent: z.boolean().default(false) });

const adminSetUserPassword = operation(passwordInput, async ({ pools }, input) => {
  const pool = pools.byId(input.UserPoolId);
  const user = requireUser(pool, input.Username);
  user.password = await hashPassword(input.Password, pool.settings.minimumPasswordLength);
  user.status = input.Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
  user.modified = now();
  pools.save();
  return {};
});

const adminGetUser = operation(z.object(one), async ({ pools }, input) => {
  const user = requireUser(pools.byId(input.UserPoolId), input.Username);
  return { ...shown(user), UserAttributes: attributesOf(user) };
});

const adminDeleteUser = operation(z.object(one), async ({ pools }, input) => {
  const pool = pools.byId(input.UserPoolId);
  const user = requireUser(pool, input.Username);
  endSessionsOf(pool, user);
  pool.users = pool.users.filter((other) => other !== user);
  pools.save();
  return {};
});

const adminUserGlobalSignOut = operation(z.object(one), async ({ pools }, input) => {
  const pool = pools.byId(input.UserPoolId);
  endSessionsOf(pool, requireUser(pool, input.Username));
  pools.save();
  return {};
});

function shown({ sub, status, created, modified }: User): object {
  const dates = { UserCreateDate: created, UserLastModifiedDate: modified };
  return { Username: sub, Enabled: true, UserStatus: status, ...dates };
}

export const adminOperations: Record<string, Operation> = {
  AdminCreateUser: adminCreateUser,
  AdminSetUserPassword: adminSetUserPassword,
  AdminGetUser: adminGetUser,
  AdminDeleteUser: adminDeleteUser,
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
};
