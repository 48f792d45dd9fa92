import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** What the protocol says in headers. Others are the gateway's and CloudFront's matter. */
const NAMED = /^mcp-[a-z0-9-]+$/;
/** What a Request can hold. Others may come through the gateway, and would throw. */
const BYTES = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The gateway's event as the web's own Request, which the SDK reads. Its body was read already. */
export function webRequest({ headers, requestContext }: APIGatewayProxyEventV2): Request {
  const { method, path } = requestContext.http;
  const request = new Request(`https://latchkey.invalid${path}`, { method });
  for (const [name, value = ""] of Object.entries(headers)) {
    if (NAMED.test(name) && BYTES.test(value)) request.headers.set(name, value);
  }
  request.headers.set("content-type", "application/json");
  // The SDK wants a client to take a stream as well. It never gets one, so who takes JSON alone may call.
  request.headers.set("accept", "application/json, text/event-stream");
  return request;
}

/** A Response as the gateway takes it. */
export async function gatewayAnswer(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { statusCode: response.status, headers, ...(body !== "" && { body }) };
}
