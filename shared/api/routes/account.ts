import * as account from "../account-schemas.ts";
import * as auth from "../auth-schemas.ts";
import type { Route } from "../route.ts";

/** The user's account, its export and its end. */
export const accountRoutes = {
  getAccount: {
    method: "GET",
    path: "/api/account",
    fn: "account",
    token: "access",
    scope: "account:manage",
    boundTokens: "refused",
    summary: "The account, its budget, and what its keys have paid in this UTC month",
    answers: { 200: account.accountRow },
  },
  patchAccount: {
    method: "PATCH",
    path: "/api/account",
    fn: "account",
    token: "access",
    scope: "account:manage",
    boundTokens: "refused",
    summary: "Change the name or the monthly budget",
    body: account.patchAccountBody,
    answers: { 200: account.accountRow },
  },
  exportAccount: {
    method: "GET",
    path: "/api/account/export",
    fn: "account",
    token: "access",
    scope: "account:manage",
    boundTokens: "refused",
    summary: "Everything that is stored about the account, page by page; keys only masked",
    query: account.exportQuery,
    answers: { 200: account.exportPage },
  },
  deleteAccount: {
    method: "POST",
    path: "/api/account/delete",
    fn: "account",
    token: "access",
    scope: "none",
    repeat: "free",
    summary: "Delete the account and all of its data: keys at once, the rest within minutes; this cannot be undone",
    body: account.deleteAccountBody,
    answers: { 202: auth.notice },
  },
} as const satisfies Record<string, Route>;
