/**
 * What a browser is told with every file of the web app. CloudFront (infra/) and one machine (local/) both send these.
 * https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 */

/** Scripts, calls and pictures come from our own origin alone; nobody may put the app into a frame. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine writes its variables and responsive sizes into <style> elements. A style runs nothing, and what could carry
  // data out by one, a picture or a font, may come from our own origin only.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // A mail's HTML is shown in a frame made of text (srcdoc), which obeys this policy too: no remote picture loads in it.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60;
const REFERRER_POLICY = "no-referrer";

/** Those without a field of their own in CloudFront's policy. */
export const OTHER_HEADERS = {
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

export const SECURITY_HEADERS: Record<string, string> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "strict-transport-security": `max-age=${HSTS_SECONDS}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": REFERRER_POLICY,
  ...OTHER_HEADERS,
};
