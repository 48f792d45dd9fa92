import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import * as z from "zod";

/** The HTTP API's CorsConfiguration. */
export const corsConfiguration = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().default(0),
});
export type Cors = z.infer<typeof corsConfiguration>;

/** True for a CORS preflight request. */
export function isPreflight(request: IncomingMessage): boolean {
  return request.method === "OPTIONS" && "access-control-request-method" in request.headers;
}

/** The headers that API Gateway adds. None for an origin that is not allowed. */
export function corsHeaders(cors: Cors | undefined, request: IncomingMessage): OutgoingHttpHeaders {
  const { origin } = request.headers;
  if (!cors || origin === undefined) return {};
  const any = cors.AllowOrigins.includes("*");
  if (!any && !cors.AllowOrigins.includes(origin)) return {};
  return {
    "access-control-allow-origin": any ? "*" : origin,
    ...(cors.AllowCredentials && { "access-control-allow-credentials": "true" }),
    ...(cors.ExposeHeaders.length > 0 && { "access-control-expose-headers": cors.ExposeHeaders.join(",") }),
    ...(isPreflight(request) && {
      "access-control-allow-methods": cors.AllowMethods.join(","),
      "access-control-allow-headers": cors.AllowHeaders.join(","),
      "access-control-max-age": String(cors.MaxAge),
    }),
  };
}
