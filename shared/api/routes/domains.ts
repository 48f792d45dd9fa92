import * as domains from "../domain-schemas.ts";
import type { Route } from "../route.ts";

/** Owners' own domains, and the DNS records that prove them. */
export const domainRoutes = {
  listDomains: {
    method: "GET",
    path: "/api/domains",
    fn: "domains",
    token: "access",
    summary: "All domains that the user has added, with their DNS records",
    answers: { 200: domains.domainList },
  },
  claimDomain: {
    method: "POST",
    path: "/api/domains",
    fn: "domains",
    token: "access",
    summary: "Add a domain; the answer has the DNS record that proves it",
    body: domains.claimDomainBody,
    answers: { 201: domains.domainRow },
  },
  getDomain: {
    method: "GET",
    path: "/api/domains/{domain}",
    fn: "domains",
    token: "access",
    summary: "One domain, and what the last check found of each record",
    params: domains.domainParams,
    answers: { 200: domains.domainRow },
  },
  patchDomain: {
    method: "PATCH",
    path: "/api/domains/{domain}",
    fn: "domains",
    token: "access",
    summary: "Choose which agent gets mails to addresses of the domain that no agent has",
    params: domains.domainParams,
    body: domains.patchDomainBody,
    answers: { 200: domains.domainRow },
  },
  checkDomain: {
    method: "POST",
    path: "/api/domains/{domain}/check",
    fn: "domains",
    token: "access",
    summary: "Look at the domain's DNS records now; up to 30 times an hour",
    params: domains.domainParams,
    answers: { 200: domains.domainRow },
  },
  removeDomain: {
    method: "DELETE",
    path: "/api/domains/{domain}",
    fn: "domains",
    token: "access",
    summary: "Remove a domain; addresses on it stop working, and whoever proves it next gets none of its mails",
    params: domains.domainParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
