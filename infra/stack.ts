import { CfnOutput, Lazy, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AccountDeletion } from "./account-deletion.ts";
import { Accounts } from "./accounts.ts";
import { AgentRuns } from "./agent-runs.ts";
import { Api } from "./api.ts";
import { ApiFunctions } from "./api-functions.ts";
import { DeliveryEvents } from "./delivery-events.ts";
import { phaseOf } from "./kept.ts";
import { MailIntake } from "./mail-intake.ts";
import { MailSending } from "./mail-sending.ts";
import { Notices } from "./notices.ts";
import { OperatorMails } from "./operator-mails.ts";
import { OwnDomains } from "./own-domains.ts";
import { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import { Sweeper } from "./sweeper.ts";
import { Tables } from "./tables.ts";
import { VaultKey } from "./vault-key.ts";
import { Alarms } from "./watch/alarms.ts";
import { Dashboard } from "./watch/dashboard.ts";
import type { Watched } from "./watch/watched.ts";
import { Web } from "./web.ts";
import { WebhookSender, Webhooks } from "./webhooks.ts";

/** All of Latchkey in one account and region. */
export class LatchkeyStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { description: "Latchkey: e-mail agents that run on their owner's AI key" });

    const sending = new MailSending(this, "MailSending", settings);
    const accounts = new Accounts(this, "Accounts", settings);
    const tables = new Tables(this, "Tables");
    const vaultKey = new VaultKey(this, "VaultKey");
    const rawMail = new RawMail(this, "RawMail");
    const webhooks = new Webhooks(this, "Webhooks");
    if (phaseOf(this) !== "adopt") {
      accounts.node.addDependency(sending.identity);
      // Cognito refuses a domain that SES has not verified. It is asked before anything is made that would outlive
      // the failed deployment.
      for (const kept of [tables, vaultKey, rawMail, webhooks.key]) kept.node.addDependency(accounts.pool);
    }

    const { waiting: notices, notifier } = new Notices(this, "Notices", {
      tables,
      sending,
      // The web app is made last, because it needs the API.
      webUrl: Lazy.string({ produce: () => web.url }),
      settings,
    });
    const runs = new AgentRuns(this, "AgentRuns", {
      tables,
      vaultKey,
      rawMail,
      sending,
      notices,
      webhooks,
      settings,
    });
    const { jobs } = runs;
    const { deletions, deleter } = new AccountDeletion(this, "AccountDeletion", {
      accounts,
      tables,
      rawMail,
      settings,
    });
    const functions: ApiFunctions = new ApiFunctions(this, "Functions", {
      accounts,
      tables,
      vaultKey,
      rawMail,
      jobs,
      notices,
      deletions,
      webhooks,
      settings,
      apiUrl: Lazy.string({ produce: () => `https://${api.host}` }),
    });
    const api: Api = new Api(this, "Api", { accounts, functions, allowedOrigins: settings.allowedOrigins });
    const operator = new OperatorMails(this, "OperatorMails", { tables, rawMail, sending, settings });
    const intake = new MailIntake(this, "MailIntake", {
      tables,
      rawMail,
      jobs: jobs.queue,
      operatorMails: operator.waiting.queue,
      webhooks,
      settings,
    });
    const delivery = new DeliveryEvents(this, "DeliveryEvents", {
      tables,
      topic: sending.events,
      notices,
      webhooks,
      settings,
    });
    const { checker } = new OwnDomains(this, "OwnDomains", { tables, jobs, notices, webhooks, settings });
    const { sweeper } = new Sweeper(this, "Sweeper", { tables, jobs, notices });
    const web = new Web(this, "Web", { apiHost: api.host, settings });
    const { sender } = new WebhookSender(this, "WebhookSender", {
      ...{ jobs: webhooks.jobs, key: webhooks.key, tables, notices, settings },
      appUrl: web.url,
      ownHosts: [...web.hosts, api.host, settings.mailDomain],
    });
    const watched: Watched = {
      queues: [intake.mails, jobs, delivery.events, notices, deletions, operator.waiting, webhooks.jobs],
      functions: [
        ...Object.values(functions.byName),
        functions.authorizer,
        intake.router,
        runs.runner,
        delivery.recorder,
        sweeper,
        checker,
        notifier,
        operator.sender,
        deleter,
        sender,
        web.deployment,
        ...(intake.activation ? [intake.activation] : []),
      ],
      sweeper,
      api,
      apiFunctions: functions,
      intake,
      runs,
      vaultKey,
    };
    const { all: alarms } = new Alarms(this, "Alarms", { ...watched, address: settings.alarmAddress });
    if (settings.traces) for (const fn of watched.functions) fn.trace();
    new Dashboard(this, "Dashboard", { ...watched, alarms });

    new CfnOutput(this, "WebUrl", { value: web.url });
    new CfnOutput(this, "ApiUrl", { value: api.url });
    new CfnOutput(this, "UserPoolId", { value: accounts.pool.userPoolId });
    // The next deployment is compared with these. No setting is a secret.
    new CfnOutput(this, "Settings", { value: JSON.stringify(settings) });
    new CfnOutput(this, "UserPoolClientId", { value: accounts.client.userPoolClientId });
  }
}
