/** Codes of JSON-RPC 2.0: https://www.jsonrpc.org/specification#error_object */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
/** Any other refusal of a server's own. */
const SERVER_ERROR = -32000;

/** A refusal before the SDK has read the message, in the words of its protocol. */
export class McpRefusal extends Error {
  override name = "McpRefusal";
  readonly response: Response;

  constructor(status: number, code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.response = Response.json({ jsonrpc: "2.0", id: null, error: { code, message } }, { status, headers });
  }
}

export const notJson = () => new McpRefusal(400, PARSE_ERROR, "The body is not valid JSON.");
export const noBatch = () => new McpRefusal(400, INVALID_REQUEST, "Send one message at a time.");
export const tooLarge = () => new McpRefusal(413, SERVER_ERROR, "The message is larger than 256 KB.");
export const wrongType = () => new McpRefusal(415, SERVER_ERROR, "Send the message as application/json.");
export const wrongOrigin = () => new McpRefusal(403, SERVER_ERROR, "Pages of this origin may not call.");
/** There is no stream to open and no session to end. RFC 9110, 15.5.6: a 405 names what is allowed. */
export const postOnly = () => new McpRefusal(405, SERVER_ERROR, "Only POST is answered here.", { allow: "POST" });
