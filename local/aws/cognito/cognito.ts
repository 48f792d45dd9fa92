import * as z from "zod";
import type { Service } from "../service.ts";
import { notSupported } from "../wire/aws-error.ts";
import { JSON_CODES, jsonAnswer, jsonBody, jsonError, operationOf } from "../wire/json-protocol.ts";
import { accountOperations } from "./account-operations.ts";
import { adminOperations } from "./admin-operations.ts";
import type { Context } from "./operation.ts";
import { signInOperations } from "./sign-in-operations.ts";

const operations = new Map(Object.entries({ ...adminOperations, ...signInOperations, ...accountOperations }));

const target = z.looseObject({ UserPoolId: z.string().default("*") });

/**
 * Cognito user pools. IAM guards only the `Admin*` calls; the others carry a user's own token, code or password:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
export function makeCognito(context: Context, arnPrefix: string): Service {
  return {
    codes: JSON_CODES,
    refuse: jsonError,
    takesUnsigned: (request) => operations.has(operationOf(request)) && !operationOf(request).startsWith("Admin"),
    accesses(request) {
      const { UserPoolId } = jsonBody(request, target);
      const resource = UserPoolId === "*" ? "*" : `${arnPrefix}:userpool/${UserPoolId}`;
      return [{ action: `cognito-idp:${operationOf(request)}`, resource }];
    },
    async answer(request) {
      const operation = operations.get(operationOf(request));
      if (!operation) throw notSupported(`cognito-idp:${operationOf(request)}`);
      return jsonAnswer(await operation(context, jsonBody(request, z.looseObject({}))));
    },
  };
}
