import type { Access, Decision } from "./iam/decide.ts";
import type { AwsError } from "./wire/aws-error.ts";
import type { AwsAnswer, AwsRequest } from "./wire/http.ts";

/** Who signed the call. `judge` also reports a refusal, so ask only what the call needs. */
export type Caller = { arn: string; judge(access: Access): Decision };

/** How a service names what is wrong with a call's signature or rights, and with which HTTP status it does. */
export type RefusalCodes = {
  unknownKey: string;
  badSignature: string;
  unsigned: string;
  denied: string;
  status: number;
};

/** One AWS service as the front sees it. */
export type Service = {
  /** True for a call that AWS takes without a signature because it carries a user's own token, code or password. */
  takesUnsigned?(request: AwsRequest): boolean;
  /** The accesses that the caller needs, all of them. @throws AwsError for an invalid call */
  accesses(request: AwsRequest): Access[];
  /** @throws AwsError */
  answer(request: AwsRequest, caller: Caller): Promise<AwsAnswer>;
  /** An error in the form that this service's SDK client reads. */
  refuse(error: AwsError, request: AwsRequest): AwsAnswer;
  codes: RefusalCodes;
  /** Set where the versions of the service's API have codes of their own. */
  codesOf?(request: AwsRequest): RefusalCodes;
};
