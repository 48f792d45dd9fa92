/**
 * The header that makes a POST safe to send again: with the same key it takes effect once, and each further try gets the
 * first one's answer. Make it once for each thing to be done, before the first try:
 * `const once = idempotent(); await api.POST(path, { ...once, body })`.
 */
export function idempotent(key: string = crypto.randomUUID()): { headers: { "idempotency-key": string } } {
  return { headers: { "idempotency-key": key } };
}
