import { randomUUID } from "node:crypto";
import type { AwsError } from "./aws-error.ts";
import type { AwsAnswer, AwsRequest } from "./http.ts";

/** How the services of the older query protocol (SES, SNS) name what is wrong with a call's signature or rights. */
export const QUERY_CODES = {
  unknownKey: "InvalidClientTokenId",
  badSignature: "SignatureDoesNotMatch",
  unsigned: "MissingAuthenticationToken",
  denied: "AccessDenied",
  status: 403,
};

export function formBody(request: AwsRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString("utf8"));
}

/** `Destinations.member.1`, `Destinations.member.2`, ... */
export function listMembers(form: URLSearchParams, name: string): string[] {
  const members: string[] = [];
  for (let index = 1; ; index++) {
    const member = form.get(`${name}.member.${index}`);
    if (member === null) return members;
    members.push(member);
  }
}

export function xmlAnswer(xml: string, status = 200): AwsAnswer {
  return { status, headers: { "content-type": "text/xml" }, body: xml };
}

export function queryError(namespace: string, { code, message, status }: AwsError): AwsAnswer {
  const error = `<Type>Sender</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  const requestId = `<RequestId>${randomUUID()}</RequestId>`;
  return xmlAnswer(`<ErrorResponse xmlns="${namespace}"><Error>${error}</Error>${requestId}</ErrorResponse>`, status);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
