import type { SESClient } from "@aws-sdk/client-ses";
import type { AgentStore } from "../../shared/agents/agent-store.ts";
import type { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import type { KeyOpener } from "../../shared/ai-configs/vault.ts";
import type { Lazy } from "../../shared/aws/lazy.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import type { Correspondents } from "../../shared/correspondents/correspondents.ts";
import type { ReplyCaps } from "../../shared/limits/reply-caps.ts";
import type { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import type { DuplicateGuard } from "../../shared/runs/duplicate-guard.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import type { Reservations } from "../../shared/usage/reservations.ts";
import type { UserStore } from "../../shared/users/user-store.ts";
import type { MailReader } from "./mail/mail-reader.ts";
import type { PlatformKey } from "./payer/platform-key.ts";

/** The runner's dependencies. index.ts creates them once per process. */
export type Deps = {
  runs: RunStore;
  jobs: JobQueue;
  notices: NoticeQueue;
  agents: AgentStore;
  users: UserStore;
  configs: ConfigStore;
  keys: KeyOpener;
  /** Undefined if the team has no platform key. */
  platform?: PlatformKey | undefined;
  usage: Reservations;
  duplicates: DuplicateGuard;
  correspondents: Correspondents;
  replies: ReplyCaps;
  mails: RawMails;
  reader: MailReader;
  ses: Lazy<SESClient>;
  mailDomain: string;
  configurationSet: string;
  now: () => Date;
};
