import { authorize } from "../authorizer.ts";
import type { Service } from "../service.ts";
import { AwsError } from "../wire/aws-error.ts";
import type { AwsAnswer } from "../wire/http.ts";
import { escapeXml } from "../wire/query-protocol.ts";
import { type Fauxqs, MAX_OBJECT } from "./fauxqs.ts";
import { s3Operation } from "./s3-operation.ts";

const CODES = {
  unknownKey: "InvalidAccessKeyId",
  badSignature: "SignatureDoesNotMatch",
  unsigned: "AccessDenied",
  denied: "AccessDenied",
  status: 403,
};

const TOO_LARGE = `This machine takes objects up to ${MAX_OBJECT / 1024 ** 2} MiB.`;

/** S3 by fauxqs: get, put, delete, list and head, path-style. */
export function makeS3(fauxqs: Fauxqs): Service {
  return {
    codes: CODES,
    accesses: (request) => [s3Operation(request)],
    refuse: (error, { method }) => s3Error(error, method === "HEAD"),
    async answer(request, caller) {
      const { action, bucket } = s3Operation(request);
      const answer = await fauxqs.call(request);
      // fauxqs' own answer is no S3 error.
      if (answer.status === 413) throw new AwsError("EntityTooLarge", TOO_LARGE);
      // S3 reveals that an object does not exist only to callers who may list the bucket.
      if (answer.status === 404 && action === "s3:GetObject") {
        authorize(caller, [{ action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket}` }], CODES);
      }
      return answer;
    },
  };
}

function s3Error({ code, message, status }: AwsError, isHead: boolean): AwsAnswer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body: isHead ? "" : xml };
}
