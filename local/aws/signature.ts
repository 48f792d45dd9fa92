import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsRequest } from "./wire/http.ts";

export type Signature = {
  accessKeyId: string;
  region: string;
  /** As in the credential scope: dynamodb, sqs, sns, s3, kms, ses, cognito-idp. */
  service: string;
  signedHeaders: string[];
  signature: string;
};

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Undefined when the request is not signed with Signature Version 4 in its Authorization header. */
export function readSignature(request: AwsRequest): Signature | undefined {
  const [, accessKeyId, region, service, signedHeaders, signature] =
    FORM.exec(request.headers["authorization"] ?? "") ?? [];
  if (!accessKeyId || !region || !service || !signedHeaders || !signature) return undefined;
  return { accessKeyId, region, service, signedHeaders: signedHeaders.split(";"), signature };
}

/** Signs the request again with the secret that we know, and compares. */
export async function isSignedWith(secret: string, signature: Signature, request: AwsRequest): Promise<boolean> {
  const signingDate = readAmzDate(request.headers["x-amz-date"]);
  if (signingDate === undefined || !bodyIsAsSigned(request)) return false;
  const { accessKeyId, region, service, signedHeaders } = signature;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey: secret },
    region,
    service,
    sha256: Sha256,
    applyChecksum: false,
    // S3 signs the path as it is on the wire, every other service encodes it once more.
    uriEscapePath: service !== "s3",
  });
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, request.headers[name] ?? ""]));
  const { method, path, body } = request;
  const again = await signer.sign(
    { method, path, protocol: "http:", hostname: "localhost", headers, query: repeated(request.query), body },
    { signingDate, signableHeaders: new Set(signedHeaders) },
  );
  const ours = /Signature=([0-9a-f]{64})$/.exec(again.headers["authorization"] ?? "")?.[1] ?? "";
  return (
    ours.length === signature.signature.length && timingSafeEqual(Buffer.from(ours), Buffer.from(signature.signature))
  );
}

/** A signature covers `x-amz-content-sha256`, so that header must in turn be true; S3 lets a body be left out of it. */
function bodyIsAsSigned({ headers, body }: AwsRequest): boolean {
  const claimed = headers["x-amz-content-sha256"];
  if (claimed === undefined || !/^[0-9a-f]{64}$/.test(claimed)) return true;
  return createHash("sha256").update(body).digest("hex") === claimed;
}

/** `20261123T211338Z` */
function readAmzDate(text = ""): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function repeated(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** node:crypto in the shape that the signer wants. */
class Sha256 {
  readonly #hash;

  constructor(secret?: Bytes) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", toBytes(secret));
  }

  update(data: Bytes): void {
    this.#hash.update(toBytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error("A hash of node:crypto cannot be started anew.");
  }
}

function toBytes(data: Bytes): Buffer {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
