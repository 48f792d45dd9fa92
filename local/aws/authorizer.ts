import { log } from "../../shared/log.ts";
import type { AwsOptions, Principal } from "./aws.ts";
import { type Access, type Decision, decide } from "./iam/decide.ts";
import type { Caller, RefusalCodes } from "./service.ts";
import { isSignedWith, readSignature } from "./signature.ts";
import { AwsError } from "./wire/aws-error.ts";
import type { AwsRequest } from "./wire/http.ts";

/**
 * Finds the signer of a request. `from` is the sender, if the request came from within this process.
 * @throws AwsError if the request is unsigned, wrongly signed, or signed by an unknown key
 */
export type Authenticate = (request: AwsRequest, codes: RefusalCodes, from?: Principal) => Promise<Caller>;

/**
 * Among the calls that one of our threads signs with its own key, the first and every 64th are signed again and
 * compared. That detects a client that signs wrongly, and saves the time of comparing a key with itself.
 */
const SAMPLE = 64;

export function makeAuthenticate(
  principals: Principal[],
  accountId: string,
  onDenied: AwsOptions["onDenied"],
): Authenticate {
  const byKey = new Map(principals.map((principal) => [principal.accessKeyId, principal]));
  const seen = new Map<string, number>();
  const isSampled = (principal: Principal, from: Principal | undefined): boolean => {
    if (from?.accessKeyId !== principal.accessKeyId) return true;
    const count = seen.get(principal.accessKeyId) ?? 0;
    seen.set(principal.accessKeyId, count + 1);
    return count % SAMPLE === 0;
  };
  return async (request, codes, from) => {
    const signature = readSignature(request);
    if (!signature) throw new AwsError(codes.unsigned, "Request is missing Authentication Token", codes.status);
    const principal = byKey.get(signature.accessKeyId);
    if (!principal) {
      throw new AwsError(codes.unknownKey, "The security token included in the request is invalid.", codes.status);
    }
    if (isSampled(principal, from) && !(await isSignedWith(principal.secretAccessKey, signature, request))) {
      throw new AwsError(codes.badSignature, WRONG_SIGNATURE, codes.status);
    }
    const { name } = principal;
    return {
      arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${name}`,
      judge: (access) => judge(principal, access, onDenied),
    };
  };
}

const WRONG_SIGNATURE =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.";

function judge(principal: Principal, access: Access, onDenied: AwsOptions["onDenied"]): Decision {
  const decision = decide(principal.statements, access);
  for (const unknown of decision.unknown) {
    log("iam_condition_not_understood", { principal: principal.name, action: access.action, unknown });
  }
  if (!decision.allowed) onDenied({ principal: principal.name, action: access.action, resource: access.resource });
  return decision;
}

/** @throws AwsError in AWS's words for the first access that the caller does not have */
export function authorize(caller: Caller, accesses: Access[], { denied, status }: RefusalCodes): void {
  for (const access of accesses) {
    const { allowed, because } = caller.judge(access);
    if (allowed) continue;
    const refused = `${access.action} on resource: ${access.resource} ${because}`;
    throw new AwsError(denied, `User: ${caller.arn} is not authorized to perform: ${refused}`, status);
  }
}
