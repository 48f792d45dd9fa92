/** The queue's name is the last part of its URL, whatever host the URL names. */
export function queueNameOf(queueUrl: string): string {
  return queueUrl.split("/").at(-1) ?? "";
}

/** fauxqs' URLs contain a host that does not resolve and, after a restart, the previous port. */
export function queueUrl(endpoint: string, accountId: string, name: string): string {
  return `${endpoint}/${accountId}/${name}`;
}
