import { AwsError } from "../wire/aws-error.ts";
import type { AwsRequest } from "../wire/http.ts";

export type S3Operation = {
  action: string;
  /** `arn:aws:s3:::bucket` or `arn:aws:s3:::bucket/key`. */
  resource: string;
  bucket: string;
  key: string;
};

/** Parameters of the plain calls; any other names a sub-resource (`?tagging`, `?acl`), which fauxqs takes for the object itself. */
const PLAIN = new Set([
  "x-id",
  "list-type",
  "prefix",
  "delimiter",
  "max-keys",
  "continuation-token",
  "start-after",
  "encoding-type",
  "fetch-owner",
]);

const BUCKET_ACTIONS: Record<string, string> = {
  GET: "s3:ListBucket",
  HEAD: "s3:ListBucket",
  PUT: "s3:CreateBucket",
  DELETE: "s3:DeleteBucket",
};

const OBJECT_ACTIONS: Record<string, string> = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

/** Headers that change what a call means and that fauxqs ignores or that need rights on a second object. */
const UNSUPPORTED_HEADERS = ["x-amz-copy-source", "x-amz-tagging", "x-amz-acl"];

/** Path-style only. @throws AwsError NotImplemented for everything but get, put, delete, list and head */
export function s3Operation({ method, path, query, headers }: AwsRequest): S3Operation {
  const [, bucket = "", ...rest] = path.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  if (bucket === "" && method === "GET") return { action: "s3:ListAllMyBuckets", resource: "*", bucket, key };
  const action = (key === "" ? BUCKET_ACTIONS : OBJECT_ACTIONS)[method];
  const foreign = [
    ...[...query.keys()].filter((name) => !PLAIN.has(name)),
    ...UNSUPPORTED_HEADERS.filter((name) => name in headers),
    ...(method === "PUT" && "if-none-match" in headers ? ["if-none-match"] : []),
  ];
  if (action === undefined || bucket === "" || foreign.length > 0) {
    const what = `${method} with ${foreign.join(", ") || "this path"}`;
    throw new AwsError("NotImplemented", `${what} is not part of the S3 on this machine (local/aws).`, 501);
  }
  return { action, resource: `arn:aws:s3:::${bucket}${key === "" ? "" : `/${key}`}`, bucket, key };
}
