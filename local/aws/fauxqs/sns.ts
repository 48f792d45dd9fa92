import type { Access } from "../iam/decide.ts";
import type { Service } from "../service.ts";
import type { AwsRequest } from "../wire/http.ts";
import { formBody, QUERY_CODES, queryError } from "../wire/query-protocol.ts";
import type { Fauxqs } from "./fauxqs.ts";

const NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

/** SNS by fauxqs, which also delivers to the queues that are subscribed. */
export function makeSns(fauxqs: Fauxqs, arnPrefix: string): Service {
  return {
    codes: { ...QUERY_CODES, denied: "AuthorizationError" },
    accesses: (request) => [accessOf(request, arnPrefix)],
    answer: (request) => fauxqs.call(request),
    refuse: (error) => queryError(NAMESPACE, error),
  };
}

function accessOf(request: AwsRequest, arnPrefix: string): Access {
  const form = formBody(request);
  const operation = form.get("Action") ?? "";
  // `PublishBatch` needs `sns:Publish`.
  const action = `sns:${operation.replace(/Batch$/, "")}`;
  const name = form.get("Name");
  const subscription = form.get("SubscriptionArn");
  const topic = form.get("TopicArn") ?? form.get("ResourceArn") ?? subscription?.split(":").slice(0, 6).join(":");
  return { action, resource: topic ?? (name === null ? "*" : `${arnPrefix}:${name}`) };
}
