import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";
import { delivery, issueCode, redeemCode } from "./codes.ts";
import { type Context, type Operation, operation } from "./operation.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { type CodePurpose, now, type User } from "./pool.ts";
import { endSessionsOf } from "./sessions.ts";
import { readAccessToken } from "./tokens.ts";
import { attributesOf, findUser } from "./users.ts";

const signedIn = { AccessToken: z.string() };
const email = { AttributeName: z.literal("email") };

const getUser = operation(z.object(signedIn), async ({ pools }, input) => {
  const { user } = readAccessToken(pools.all(), input.AccessToken);
  return { Username: user.sub, UserAttributes: attributesOf(user) };
});

const globalSignOut = operation(z.object(signedIn), async ({ pools }, input) => {
  const { pool, user } = readAccessToken(pools.all(), input.AccessToken);
  endSessionsOf(pool, user);
  pools.save();
  return {};
});

const changeInput = z.object({ ...signedIn, PreviousPassword: z.string(), ProposedPassword: z.string() });

const changePassword = operation(changeInput, async ({ pools }, input) => {
  const { pool, user } = readAccessToken(pools.all(), input.AccessToken);
  if (!(await isPassword(input.PreviousPassword, user.password))) {
    throw new AwsError("NotAuthorizedException", "Incorrect username or password.");
  }
  user.password = await hashPassword(input.ProposedPassword, pool.settings.minimumPasswordLength);
  pools.save();
  return {};
});

const askCode = operation(z.object({ ...signedIn, ...email }), async (context, input) => {
  const { user } = readAccessToken(context.pools.all(), input.AccessToken);
  return { CodeDeliveryDetails: await sendCode(context, user, "verify_email") };
});

const verifyInput = z.object({ ...signedIn, ...email, Code: z.string() });

const verifyUserAttribute = operation(verifyInput, async ({ pools }, input) => {
  const { user } = readAccessToken(pools.all(), input.AccessToken);
  redeem({ pools }, user, "verify_email", input.Code);
  user.attributes["email_verified"] = "true";
  user.modified = now();
  pools.save();
  return {};
});

const forgotInput = z.object({ ClientId: z.string(), Username: z.string() });

/** For nobody, an answer as if a code had gone out: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html */
const forgotPassword = operation(forgotInput, async (context, input) => {
  const user = findUser(context.pools.byClient(input.ClientId), input.Username);
  if (!user) return { CodeDeliveryDetails: delivery(input.Username) };
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    throw new AwsError("NotAuthorizedException", "User password cannot be reset in the current state.");
  }
  if (user.attributes["email_verified"] !== "true") {
    const reason = "there is no registered/verified email or phone_number";
    throw new AwsError("InvalidParameterException", `Cannot reset password for the user as ${reason}`);
  }
  return { CodeDeliveryDetails: await sendCode(context, user, "reset_password") };
});

const confirmInput = z.object({ ...forgotInput.shape, ConfirmationCode: z.string(), Password: z.string() });

const confirmForgotPassword = operation(confirmInput, async ({ pools }, input) => {
  const pool = pools.byClient(input.ClientId);
  const password = await hashPassword(input.Password, pool.settings.minimumPasswordLength);
  const user = findUser(pool, input.Username);
  if (!user) throw new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
  redeem({ pools }, user, "reset_password", input.ConfirmationCode);
  user.password = password;
  user.modified = now();
  pools.save();
  return {};
});

async function sendCode({ pools, onCode }: Context, user: User, purpose: CodePurpose): Promise<object> {
  const to = user.attributes["email"] ?? "";
  const code = issueCode(user, purpose);
  pools.save();
  await onCode({ to, code, purpose });
  return delivery(to);
}

/** A wrong guess must be stored too: it counts towards the limit. */
function redeem({ pools }: Pick<Context, "pools">, user: User, purpose: CodePurpose, code: string): void {
  try {
    redeemCode(user, purpose, code);
  } finally {
    pools.save();
  }
}

/** The calls that a user makes for themselves, with their own access token or the code from a mail. */
export const accountOperations: Record<string, Operation> = {
  GetUser: getUser,
  GlobalSignOut: globalSignOut,
  ChangePassword: changePassword,
  GetUserAttributeVerificationCode: askCode,
  VerifyUserAttribute: verifyUserAttribute,
  ForgotPassword: forgotPassword,
  ConfirmForgotPassword: confirmForgotPassword,
};
