import { useQuery } from "@tanstack/react-query";
import { callForFile } from "../../../api/call.ts";
import { Problem } from "../../../api/problem.ts";
import { saveFile } from "../../../components/save-file.ts";
import { readMail } from "./read-mail.ts";
import type { RawMail } from "./read-mail.worker.ts";

/** Fetches and parses the raw mail when it is asked for. */
export function useRawMail(id: string, enabled: boolean) {
  return useQuery<RawMail, Problem>({
    queryKey: ["rawMail", id],
    queryFn: async () => readMail(await (await rawMail(id)).arrayBuffer()),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

/** @throws Problem, with a sentence of its own when the mail is no longer kept */
async function rawMail(id: string): Promise<Blob> {
  try {
    return await callForFile("getRawMail", { params: { id } }, "message/rfc822");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "not_found") throw error;
    const detail = "The original mail is no longer stored. The text that was read from it remains.";
    throw new Problem({ code: "not_found", status: 404, detail });
  }
}

/** Hands the mail to the browser to save. @throws Problem */
export async function saveRawMail(id: string): Promise<void> {
  saveFile(await rawMail(id), `${id}.eml`);
}
