import * as z from "zod";
import type { Access } from "../iam/decide.ts";
import type { Service } from "../service.ts";
import { AwsError } from "../wire/aws-error.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { jsonBody, jsonError, operationOf } from "../wire/json-protocol.ts";
import { QUERY_CODES } from "../wire/query-protocol.ts";
import type { Fauxqs } from "./fauxqs.ts";
import { MessageMoves } from "./message-moves.ts";
import { queueNameOf, queueUrl } from "./queue-url.ts";
import { fromFauxqs, toFauxqs } from "./sqs-messages.ts";

type Place = { region: string; accountId: string; endpoint: () => string };

const target = z.looseObject({
  QueueUrl: z.string().optional(),
  QueueName: z.string().optional(),
  SourceArn: z.string().optional(),
});

const anything = z.looseObject({});

/** SQS by fauxqs, with the queue URLs, message groups and visibility of 0 that AWS has. */
export function makeSqs(fauxqs: Fauxqs, place: Place): Service {
  const moves = new MessageMoves();
  return {
    codes: QUERY_CODES,
    accesses: (request) => [accessOf(request, place)],
    refuse: (error) => ({ ...jsonError(error), headers: errorHeaders(error) }),
    async answer(request) {
      const operation = operationOf(request);
      const body = jsonBody(request, anything);
      const moved = await moves.answer(operation, body, async (name, queue, parts) => {
        const QueueUrl = queueUrl(place.endpoint(), place.accountId, queue);
        const sent = Buffer.from(JSON.stringify({ ...parts, QueueUrl }));
        const headers = { ...sqsHeaders(request, sent.length), "x-amz-target": `AmazonSQS.${name}` };
        const { status, body: text } = await fauxqs.call({ ...request, headers, body: sent });
        if (status !== 200) throw new AwsError("AWS.SimpleQueueService.NonExistentQueue", "There is no such queue.");
        return JSON.parse(text.toString() || "{}");
      });
      if (moved) return { status: 200, headers: { "content-type": JSON_TYPE }, body: JSON.stringify(moved) };
      const sent = Buffer.from(JSON.stringify(toFauxqs(operation, body)));
      const answer = await fauxqs.call({ ...request, headers: sqsHeaders(request, sent.length), body: sent });
      if (answer.status !== 200) return answer;
      return rewritten(answer, (value) => {
        if (operation === "ReceiveMessage") return fromFauxqs(body, value);
        return withUrls(value, (name) => queueUrl(place.endpoint(), place.accountId, name));
      });
    },
  };
}

/** `SendMessageBatch` needs `sqs:SendMessage`: the batches have no action of their own. */
function accessOf(request: AwsRequest, { region, accountId }: Place): Access {
  const { QueueUrl, QueueName, SourceArn } = jsonBody(request, target);
  const name = QueueName ?? (QueueUrl === undefined ? undefined : queueNameOf(QueueUrl));
  const action = `sqs:${operationOf(request).replace(/Batch$/, "")}`;
  if (SourceArn !== undefined) return { action, resource: SourceArn };
  return { action, resource: name === undefined ? "*" : `arn:aws:sqs:${region}:${accountId}:${name}` };
}

const JSON_TYPE = "application/x-amz-json-1.0";

function sqsHeaders({ headers }: AwsRequest, length: number): Record<string, string> {
  return { ...headers, "content-type": JSON_TYPE, "content-length": String(length) };
}

/** The SDK names SQS's errors by this header, as they were called in SQS's older query protocol. */
function errorHeaders({ code }: AwsError): Record<string, string> {
  return { "content-type": JSON_TYPE, "x-amzn-query-error": `${code};Sender` };
}

function rewritten(answer: AwsAnswer, change: (value: object) => object): AwsAnswer {
  const value = anything.parse(JSON.parse(answer.body.toString() || "{}"));
  return { status: answer.status, headers: { "content-type": JSON_TYPE }, body: JSON.stringify(change(value)) };
}

const urls = z.looseObject({ QueueUrl: z.string().optional(), QueueUrls: z.array(z.string()).optional() });

function withUrls(value: object, urlOf: (name: string) => string): object {
  const { QueueUrl, QueueUrls, ...rest } = urls.parse(value);
  return {
    ...rest,
    ...(QueueUrl !== undefined && { QueueUrl: urlOf(queueNameOf(QueueUrl)) }),
    ...(QueueUrls && { QueueUrls: QueueUrls.map((one) => urlOf(queueNameOf(one))) }),
  };
}
