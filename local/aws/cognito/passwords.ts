import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { AwsError } from "../wire/aws-error.ts";
import type { User } from "./pool.ts";

type Stored = NonNullable<User["password"]>;

/** Cognito's own upper limit. */
const MAX_LENGTH = 256;

/** @throws AwsError InvalidPasswordException */
export async function hashPassword(password: string, minimumLength: number): Promise<Stored> {
  if (password.length < minimumLength) {
    throw new AwsError("InvalidPasswordException", "Password did not conform with policy: Password not long enough");
  }
  if (password.length > MAX_LENGTH) {
    throw new AwsError("InvalidParameterException", `A password has at most ${MAX_LENGTH} characters.`);
  }
  const salt = randomBytes(16).toString("base64");
  return { salt, hash: (await derive(password, salt)).toString("base64") };
}

/** Takes as long for an unknown user, so that the time does not reveal who has an account. */
export async function isPassword(password: string, stored: Stored | undefined): Promise<boolean> {
  const derived = await derive(password, stored?.salt ?? "");
  return stored !== undefined && timingSafeEqual(derived, Buffer.from(stored.hash, "base64"));
}

function derive(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
