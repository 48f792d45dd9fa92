import type { Page } from "playwright-core";
import type { Owner, Story } from "./story.ts";

/** One page as the accessibility tests and the screenshots open it. A new page is a new row here. */
export type ShownPage = {
  /** The name of its picture. */
  name: string;
  path: (story: Story) => string;
  /** Who looks at it. A visitor is not logged in. */
  as: Owner | "visitor";
  /** Prepares the page before it is inspected, e.g. opens a dialog. */
  prepare?: (page: Page, story: Story) => Promise<void>;
};

export const PAGES: ShownPage[] = [
  { name: "log-in", path: () => "/login", as: "visitor" },
  { name: "sign-up", path: () => "/signup", as: "visitor" },
  {
    name: "sign-up-refused",
    path: () => "/signup",
    as: "visitor",
    prepare: async (page, { people: { alice } }) => {
      await page.getByLabel("Name").fill("Alice");
      await page.getByLabel("E-mail").fill(alice.email);
      await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
      await page.getByRole("button", { name: "Create account" }).click();
      await page.getByText("An account with this e-mail exists.").waitFor();
    },
  },
  {
    name: "log-in-refused",
    path: () => "/login",
    as: "visitor",
    prepare: async (page) => {
      await page.getByLabel("E-mail").fill("nobody@example.com");
      await page.getByLabel("Password", { exact: true }).fill("wrong");
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "confirm", path: () => "/confirm", as: "visitor" },
  { name: "forgot-password", path: () => "/forgot-password", as: "visitor" },
  { name: "reset-password", path: () => "/reset-password", as: "visitor" },
  { name: "outbox", path: () => "/machine", as: "visitor" },
  { name: "home", path: () => "/", as: "alice" },
  {
    name: "menu",
    path: () => "/",
    as: "alice",
    prepare: async (page) => {
      const burger = page.getByRole("button", { name: "Open the menu" });
      if (await burger.isVisible()) await burger.click();
      await page.getByRole("button", { name: "Log out" }).waitFor();
    },
  },
  { name: "not-found", path: () => "/nothing-here", as: "alice" },
  { name: "domains", path: () => "/domains", as: "alice" },
  {
    name: "domain-add",
    path: () => "/domains",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add a domain" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "domain", path: ({ domain }) => `/domains/${domain.replaceAll(".", "_")}`, as: "alice" },
  { name: "keys", path: () => "/keys", as: "alice" },
  {
    name: "key-add",
    path: () => "/keys",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add key of Google Gemini" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "key-delete",
    path: () => "/keys",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "More for OpenAI" }).click();
      await page.getByRole("menuitem", { name: "Delete key" }).click();
      await page.getByText("agents answer with it").waitFor();
    },
  },
  { name: "agents", path: () => "/agents", as: "alice" },
  {
    name: "agent-create",
    path: () => "/agents",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Create agent" }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "agent", path: ({ supportId }) => `/agents/${supportId}`, as: "alice" },
  {
    name: "agent-address-replace",
    path: ({ supportId }) => `/agents/${supportId}`,
    as: "alice",
    prepare: async (page) => {
      const section = page.getByRole("region", { name: "Addresses" });
      await section.getByRole("button", { name: /^More for/ }).click();
      await page.getByRole("menuitem", { name: "Replace it" }).click();
      await page.getByRole("dialog").getByLabel("New address").fill("postmaster");
      await page.getByRole("dialog").getByText("This name would be taken").waitFor();
    },
  },
  {
    name: "agent-test-mail",
    path: ({ supportId }) => `/agents/${supportId}`,
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Send a test mail" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "conversations", path: () => "/conversations", as: "alice" },
  { name: "conversations-none", path: () => "/conversations?q=nothing+like+this", as: "alice" },
  {
    name: "conversation",
    // Filtered, which keeps its picture small.
    path: ({ runId }) => `/conversations/${runId}?q=carol`,
    as: "alice",
    prepare: (page) => page.getByRole("button", { name: "What happened" }).click(),
  },
  { name: "conversation-draft", path: ({ draftId }) => `/conversations/${draftId}?q=erin`, as: "alice" },
  {
    name: "conversation-ask-again",
    path: ({ draftId }) => `/conversations/${draftId}?q=erin`,
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Ask again" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Ask again" }).waitFor();
    },
  },
  { name: "conversation-held", path: ({ heldId }) => `/conversations/${heldId}`, as: "alice" },
  {
    name: "conversation-html",
    path: ({ htmlId }) => `/conversations/${htmlId}`,
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Show the HTML" }).click();
      await page.frameLocator("iframe").getByText("our shop").waitFor();
    },
  },
  { name: "usage", path: () => "/usage", as: "alice" },
  { name: "webhooks", path: () => "/webhooks", as: "alice" },
  {
    name: "webhook-add",
    path: () => "/webhooks",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add webhook" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "webhook",
    path: ({ webhookId }) => `/webhooks/${webhookId}`,
    as: "alice",
    prepare: (page) => page.getByText("Details").first().click(),
  },
  {
    name: "webhook-rotate",
    path: ({ webhookId }) => `/webhooks/${webhookId}`,
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Make a new secret" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "tokens", path: () => "/tokens", as: "alice" },
  {
    name: "token-create",
    path: () => "/tokens",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Create token" }).click();
      await page.getByRole("dialog").getByText("Only for these agents").waitFor();
    },
  },
  {
    name: "token-revoke",
    path: () => "/tokens",
    as: "alice",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Revoke Order script" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "account", path: () => "/account", as: "alice" },
  { name: "machine", path: () => "/machine", as: "alice" },

  // Pages without data.
  { name: "home-empty", path: () => "/", as: "newcomer" },
  { name: "keys-empty", path: () => "/keys", as: "newcomer" },
  { name: "agents-empty", path: () => "/agents", as: "newcomer" },
  { name: "conversations-empty", path: () => "/conversations", as: "newcomer" },
  { name: "tokens-empty", path: () => "/tokens", as: "newcomer" },
  { name: "usage-empty", path: () => "/usage", as: "newcomer" },
  { name: "webhooks-empty", path: () => "/webhooks", as: "newcomer" },

  // Pages with the longest names.
  { name: "home-long", path: () => "/", as: "wordy" },
  { name: "keys-long", path: () => "/keys", as: "wordy" },
  { name: "agents-long", path: () => "/agents", as: "wordy" },
  { name: "agent-long", path: ({ wordyAgentId }) => `/agents/${wordyAgentId}`, as: "wordy" },
  {
    name: "conversation-long",
    path: ({ wordyRunId }) => `/conversations/${wordyRunId}`,
    as: "wordy",
    prepare: (page) => page.getByRole("button", { name: "What happened" }).click(),
  },
  {
    name: "usage-long",
    path: () => "/usage",
    as: "wordy",
    prepare: (page) => page.getByRole("radiogroup", { name: "Group by" }).getByText("Model").click(),
  },

  // Pages with the most data.
  { name: "agents-many", path: () => "/agents", as: "busy" },
  {
    name: "conversations-many",
    path: () => "/conversations",
    as: "busy",
    prepare: async (page) => {
      const row = page.getByRole("list", { name: "Conversations" }).getByRole("link").first();
      await row.evaluate((link) => link.closest("ul")?.parentElement?.scrollBy(0, 4_000));
      await page.getByRole("link", { name: "Order 100060" }).waitFor();
    },
  },
  {
    name: "usage-many",
    path: () => "/usage",
    as: "busy",
    prepare: (page) => page.getByRole("button", { name: "90 days" }).click(),
  },
];

export const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
} as const;
export type Look = keyof typeof LOOKS;
