/** The shape of the AWS side of one machine. `startAws` in start-aws.ts makes it; the rest of local/ uses it. */
import type { AnswerInside } from "./inside.ts";
import type { SesAccount } from "./ses/account.ts";
import type { AwsRequest } from "./wire/http.ts";

/** One resolved statement of an IAM policy: no intrinsic functions are left in it. */
export type Statement = {
  Effect: "Allow" | "Deny";
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};

/** The signer of a call: a function with its role's statements, or the machine itself, which may do everything. */
export type Principal = { name: string; accessKeyId: string; secretAccessKey: string; statements: Statement[] };

/** One mail that SES has accepted from us. */
export type SentMail = {
  ses_message_id: string;
  from: string;
  to: string[];
  /** The raw message, with the Message-ID and Date that SES puts in place of ours. */
  raw: string;
  /** The message tags of the call, e.g. `{ user_id, run_id }`. */
  tags: Record<string, string>;
  configuration_set: string | undefined;
  /** The verified domain with whose key SES signs the mail (`d=` of its DKIM-Signature). */
  signed_by?: string | undefined;
  sent_at: string;
};

export type UserPoolSettings = {
  userPoolId: string;
  clientId: string;
  minimumPasswordLength: number;
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
  /** How long a refresh token that was rotated out is still taken (RetryGracePeriodSeconds); 0 without it. */
  refreshGraceSeconds?: number;
};

/** A call that the caller's role does not allow. */
export type Denied = { principal: string; action: string; resource: string };

/** A mail of Cognito: a code to prove an address, or to set a password. */
export type CodeMail = { to: string; code: string; purpose: "verify_email" | "reset_password" };

export type AwsOptions = {
  /** Where state is kept; undefined keeps all of it in memory. */
  data: string | undefined;
  /** This machine's name server, where SES looks for DKIM records; without one it finds none. */
  dns?: string | undefined;
  principals: Principal[];
  /** Called once for each mail that the SES emulator accepted. SES events are published by the caller. */
  onMailSent: (mail: SentMail) => Promise<void> | void;
  onCode: (mail: CodeMail) => Promise<void> | void;
  /** Called for each refused call, for the log and the tests. */
  onDenied: (denied: Denied) => void;
  /** Called for each call as it came, for tests that search what the functions said to AWS. */
  onCall?: ((service: string, body: Buffer, request: AwsRequest) => void) | undefined;
};

export type Aws = {
  /** One address for every service: the service is read from the signature's credential scope. */
  endpoint: string;
  /** The same services for callers within this process, without a socket. */
  answer: AnswerInside;
  region: string;
  accountId: string;
  /** May do everything; for the machine's own work (making tables, delivering mail) and for tests that look into a sink. */
  admin: Principal;
  /** Makes a key if it is not there. */
  createKey(keyId: string): Promise<void>;
  /** Makes a secret of Secrets Manager, or gives it a new value. */
  putSecret(name: string, value: string): void;
  createUserPool(settings: UserPoolSettings): Promise<void>;
  /** Identities (domains) that SES may send from. */
  verifyIdentity(domain: string): void;
  /** Puts the SES account into the sandbox, or stops its sending; and back. */
  changeSesAccount(account: SesAccount): void;
  createConfigurationSet(name: string): void;
  /** The pool's public keys, as `/.well-known/jwks.json` serves them. */
  jwks(userPoolId: string): { keys: object[] };
  stop(): Promise<void>;
};
