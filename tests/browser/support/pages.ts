import type { Page } from "playwright-core";
import type { Story } from "./story.ts";

/** One page as the accessibility tests and the screenshots open it. A new page is a row here. */
export type ShownPage = {
  /** The name of its picture. */
  name: string;
  path: (story: Story) => string;
  loggedIn: boolean;
  /** What is done before it is looked at, e.g. opening a dialog. */
  prepare?: (page: Page, story: Story) => Promise<void>;
};

export const PAGES: ShownPage[] = [
  { name: "log-in", path: () => "/login", loggedIn: false },
  { name: "sign-up", path: () => "/signup", loggedIn: false },
  {
    name: "sign-up-refused",
    path: () => "/signup",
    loggedIn: false,
    prepare: async (page, { alice }) => {
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
    loggedIn: false,
    prepare: async (page) => {
      await page.getByLabel("E-mail").fill("nobody@example.com");
      await page.getByLabel("Password", { exact: true }).fill("wrong");
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "confirm", path: () => "/confirm", loggedIn: false },
  { name: "forgot-password", path: () => "/forgot-password", loggedIn: false },
  { name: "reset-password", path: () => "/reset-password", loggedIn: false },
  { name: "outbox", path: () => "/machine", loggedIn: false },
  { name: "home", path: () => "/", loggedIn: true },
  {
    name: "menu",
    path: () => "/",
    loggedIn: true,
    prepare: async (page) => {
      const burger = page.getByRole("button", { name: "Open the menu" });
      if (await burger.isVisible()) await burger.click();
      await page.getByRole("button", { name: "Log out" }).waitFor();
    },
  },
  { name: "not-found", path: () => "/nothing-here", loggedIn: true },
  { name: "keys", path: () => "/keys", loggedIn: true },
  {
    name: "key-add",
    path: () => "/keys",
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add key of Google Gemini" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "key-delete",
    path: () => "/keys",
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "More for OpenAI" }).click();
      await page.getByRole("menuitem", { name: "Delete key" }).click();
      await page.getByText("agents answer with it").waitFor();
    },
  },
  { name: "agents", path: () => "/agents", loggedIn: true },
  {
    name: "agent-create",
    path: () => "/agents",
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Create agent" }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "agent", path: ({ supportId }) => `/agents/${supportId}`, loggedIn: true },
  {
    name: "agent-test-mail",
    path: ({ supportId }) => `/agents/${supportId}`,
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Send a test mail" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "conversations", path: () => "/conversations", loggedIn: true },
  { name: "conversations-none", path: () => "/conversations?q=nothing+like+this", loggedIn: true },
  {
    name: "conversation",
    // Narrowed, which keeps its picture small.
    path: ({ runId }) => `/conversations/${runId}?q=carol`,
    loggedIn: true,
    prepare: (page) => page.getByRole("button", { name: "What happened" }).click(),
  },
  { name: "conversation-draft", path: ({ draftId }) => `/conversations/${draftId}`, loggedIn: true },
  {
    name: "conversation-ask-again",
    path: ({ draftId }) => `/conversations/${draftId}`,
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Ask again" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Ask again" }).waitFor();
    },
  },
  { name: "conversation-held", path: ({ heldId }) => `/conversations/${heldId}`, loggedIn: true },
  {
    name: "conversation-html",
    path: ({ htmlId }) => `/conversations/${htmlId}`,
    loggedIn: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Show the HTML" }).click();
      await page.frameLocator("iframe").getByText("our shop").waitFor();
    },
  },
  { name: "usage", path: () => "/usage", loggedIn: true },
  { name: "account", path: () => "/account", loggedIn: true },
  { name: "machine", path: () => "/machine", loggedIn: true },
];

export const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
} as const;
export type Look = keyof typeof LOOKS;
