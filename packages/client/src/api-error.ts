export type FieldAtFault = { field: string; message: string };

type Details = {
  status: number;
  code: string;
  detail: string;
  fields?: FieldAtFault[];
  retryAfter?: number | undefined;
  cause?: unknown;
};

/** A call that the API refused, or that never reached it. `message` is a sentence for people. */
export class ApiError extends Error {
  override name = "ApiError";
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The problem's stable `code`; `gateway_<status>` where the gateway refused the call itself; `offline` without an answer. */
  readonly code: string;
  /** The fields of the request that are wrong. */
  readonly fields: FieldAtFault[];
  /** Seconds to wait before the next try, where the API named them. */
  readonly retryAfter: number | undefined;

  constructor({ status, code, detail, fields = [], retryAfter, cause }: Details) {
    super(detail, { cause });
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Reads a refusal: problem+json of RFC 9457, or the gateway's own `{ "message" }`. @param body as it was parsed */
export function apiErrorOf({ status, statusText, headers }: Response, body: unknown): ApiError {
  const seconds = Number(headers.get("retry-after"));
  const retryAfter = seconds > 0 ? seconds : undefined;
  if (!isRecord(body) || typeof body["code"] !== "string") {
    const said = isRecord(body) && typeof body["message"] === "string" ? body["message"] : statusText;
    return new ApiError({ status, code: `gateway_${status}`, detail: `HTTP ${status}: ${said}`, retryAfter });
  }
  const detail = typeof body["detail"] === "string" ? body["detail"] : `HTTP ${status}`;
  return new ApiError({ status, code: body["code"], detail, fields: fieldsOf(body["errors"]), retryAfter });
}

/** No answer came: no network, no such host, or the time is up. */
export function noAnswer(url: string, cause: unknown): ApiError {
  return new ApiError({ status: 0, code: "offline", detail: `No answer from ${new URL(url).origin}`, cause });
}

function fieldsOf(errors: unknown): FieldAtFault[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error) => {
    if (!isRecord(error)) return [];
    const { field, message } = error;
    return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
