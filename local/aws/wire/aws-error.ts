/** An answer that AWS would give: `code` is the name that the SDK puts on its exception. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = "AwsError";
    this.code = code;
    this.status = status;
  }
}

/** The error for AWS calls that this machine does not support. */
export function notSupported(what: string): AwsError {
  return new AwsError("UnknownOperationException", `${what} is not part of the AWS on this machine (local/aws).`);
}
