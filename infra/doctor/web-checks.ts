import { type Finding, ok, stop } from "../operator/finding.ts";

/** The connection was refused or cut, or the page answered too slowly. */
const PATIENCE_MS = 15_000;

/** Checks the web app, and the API under the web app's host name and under its own. */
export async function checkAddresses(webUrl: string, apiUrl: string): Promise<Finding[]> {
  const [page, through, direct] = await Promise.all([
    get(webUrl),
    get(new URL("/api/openapi.json", webUrl).href),
    get(new URL("/api/openapi.json", apiUrl).href),
  ]);
  return [
    page.includes("<html")
      ? ok(`The web app is served at ${webUrl}`)
      : stop(`The web app: ${webUrl} says ${short(page)}`),
    isApi(direct)
      ? ok("The API answers")
      : stop(`The API: ${apiUrl} says ${short(direct)}. See the function openapi's log.`),
    isApi(through)
      ? ok("The API answers under the web app's name")
      : stop(
          `The API under the web app's name: CloudFront says ${short(through)}. A new distribution takes some minutes.`,
        ),
  ];
}

/** Returns the body of a successful answer, the status of any other answer, or the error if there was none. */
async function get(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.text() : `${answer.status} ${answer.statusText}`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

function isApi(text: string): boolean {
  return text.startsWith("{") && text.includes('"openapi"');
}

function short(text: string): string {
  return text.slice(0, 120);
}
