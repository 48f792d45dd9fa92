import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** The gateway's event as the web's own Request, which the SDK reads. Its body was read already. */
export function webRequest({ headers, requestContext }: APIGatewayProxyEventV2): Request {
  const { method, path } = requestContext.http;
  const request = new Request(`https://latchkey.invalid${path}`, { method });
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) request.headers.set(name, value);
  return request;
}

/** A Response as the gateway takes it. */
export async function gatewayAnswer(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { statusCode: response.status, headers, ...(body !== "" && { body }) };
}
