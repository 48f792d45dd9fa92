/** One HTTP request to an AWS service, read whole. */
export type AwsRequest = {
  method: string;
  /** As on the wire: percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
};

export type AwsAnswer = { status: number; headers: Record<string, string>; body: Buffer | string };
