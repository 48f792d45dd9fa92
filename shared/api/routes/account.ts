import * as account from "../account-schemas.ts";
import * as auth from "../auth-schemas.ts";
import * as reminders from "../reminder-schemas.ts";
import type { Route } from "../route.ts";

/** The user's account, its export and its end. */
export const accountRoutes = {
  getAccount: {
    method: "GET",
    path: "/api/account",
    fn: "account",
    token: "access",
    summary: "The account, its budget, and what its keys have paid in this UTC month",
    answers: { 200: account.accountRow },
  },
  patchAccount: {
    method: "PATCH",
    path: "/api/account",
    fn: "account",
    token: "access",
    summary: "Change the name or the monthly budget",
    body: account.patchAccountBody,
    answers: { 200: account.accountRow },
  },
  exportAccount: {
    method: "GET",
    path: "/api/account/export",
    fn: "account",
    token: "access",
    summary: "All that is kept of the account, page by page; never a whole key",
    query: account.exportQuery,
    answers: { 200: account.exportPage },
  },
  deleteAccount: {
    method: "POST",
    path: "/api/account/delete",
    fn: "account",
    token: "access",
    summary:
      "Delete the account and all that is its own: keys at once, the rest within minutes; nothing brings it back",
    body: account.deleteAccountBody,
    answers: { 202: auth.notice },
  },
  getReminders: {
    method: "GET",
    path: "/api/account/reminders",
    fn: "account",
    token: "access",
    summary: "How often the owner is told by mail that something waits, and whether a bounce has stopped that",
    answers: { 200: reminders.reminderAnswer },
  },
  patchReminders: {
    method: "PATCH",
    path: "/api/account/reminders",
    fn: "account",
    token: "access",
    summary: "Change how often the owner is told that something waits",
    body: reminders.patchRemindersBody,
    answers: { 200: reminders.reminderAnswer },
  },
  askUnsubscribe: {
    method: "GET",
    path: "/api/reminders/unsubscribe/{token}",
    fn: "account",
    token: "none",
    summary: "The page behind the link in a reminder: it asks, and changes nothing",
    params: reminders.unsubscribeParams,
    answers: { 200: "text/html" },
  },
  unsubscribe: {
    method: "POST",
    path: "/api/reminders/unsubscribe/{token}",
    fn: "account",
    token: "none",
    summary: "End an owner's reminders in one click (RFC 8058); the body is not looked at",
    params: reminders.unsubscribeParams,
    answers: { 200: "text/html" },
  },
} as const satisfies Record<string, Route>;
