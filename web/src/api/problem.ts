import { words } from "./words.ts";

export type FieldFault = { field: string; message: string };

type Details = { code: string; status: number; detail: string; fields?: FieldFault[]; retryAfter?: number };

/** A call that failed. `message` tells the person who sees it what to do. */
export class Problem extends Error {
  override name = "Problem";
  /** A code of shared/errors.ts, or one of the app's own: `offline`, `gateway_<status>`. */
  readonly code: string;
  readonly status: number;
  readonly fields: FieldFault[];
  readonly retryAfter: number | undefined;

  constructor({ code, status, detail, fields = [], retryAfter }: Details) {
    super(detail);
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  static offline(): Problem {
    return new Problem({ code: "offline", status: 0, detail: words.offline });
  }
}

/**
 * Reads a problem+json of RFC 9457. The gateway's own `{ "message" }` says nothing that helps a person, so it is
 * replaced.
 */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const retryAfter = Number(response.headers.get("retry-after"));
  const extras = { status: response.status, ...(retryAfter > 0 && { retryAfter }) };
  if (!isRecord(body) || typeof body["code"] !== "string") {
    return new Problem({ code: `gateway_${response.status}`, detail: words.ofStatus(response.status), ...extras });
  }
  const detail = typeof body["detail"] === "string" ? body["detail"] : words.ofStatus(response.status);
  return new Problem({ code: body["code"], detail, fields: faultsOf(body["errors"]), ...extras });
}

/** Returns the error as a Problem. Any other error is a fault in the page's own code. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: "page_error", status: 0, detail: words.pageError });
}

function faultsOf(errors: unknown): FieldFault[] {
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
