import { expect, test } from "vitest";
import { makeAuthenticate } from "../../../local/aws/authorizer.ts";
import type { AwsRequest } from "../../../local/aws/wire/http.ts";
import { JSON_CODES } from "../../../local/aws/wire/json-protocol.ts";
import { principal } from "./support.ts";

const [runner, router] = [principal("runner"), principal("router")];

/** A call that names its signer but has an invalid signature. */
function wronglySigned({ accessKeyId }: { accessKeyId: string }): AwsRequest {
  const scope = `${accessKeyId}/20261129/us-east-1/dynamodb/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=${"0".repeat(64)}`;
  const headers = { authorization, host: "localhost", "x-amz-date": "20261129T000000Z" };
  return { method: "POST", path: "/", query: new URLSearchParams(), headers, body: Buffer.from("{}") };
}

/** The indexes of the refused calls among this many calls. */
async function refusedOf(calls: number, sender?: typeof runner): Promise<number[]> {
  const authenticate = makeAuthenticate([runner, router], "000000000000", () => {});
  const refused: number[] = [];
  for (let call = 1; call <= calls; call++) {
    await authenticate(wronglySigned(runner), JSON_CODES, sender).catch(() => refused.push(call));
  }
  return refused;
}

test("a wrong signature with a thread's own key is found at the thread's first call and at every 64th", async () => {
  expect(await refusedOf(130, runner)).toEqual([1, 65, 129]);
});

test("the signature of a call with another key than the thread's own is checked each time", async () => {
  expect(await refusedOf(5, router)).toEqual([1, 2, 3, 4, 5]);
});

test("the signature of a call from outside is checked each time", async () => {
  expect(await refusedOf(5)).toEqual([1, 2, 3, 4, 5]);
});
