import * as addresses from "../address-schemas.ts";
import { agentParams } from "../agent-schemas.ts";
import type { Route } from "../route.ts";

/** The addresses of an agent. */
export const addressRoutes = {
  checkAddress: {
    method: "GET",
    path: "/api/automation/addresses/{address}",
    fn: "agents",
    token: "access",
    summary: "Whether the user could have this address for an agent, and if not, why",
    params: addresses.addressCheckParams,
    answers: { 200: addresses.addressCheck },
  },
  listAddresses: {
    method: "GET",
    path: "/api/automation/agents/{id}/addresses",
    fn: "agents",
    token: "access",
    summary: "An agent's addresses, the primary one first",
    params: agentParams,
    answers: { 200: addresses.addressList },
  },
  addAddress: {
    method: "POST",
    path: "/api/automation/agents/{id}/addresses",
    fn: "agents",
    token: "access",
    summary: "Give an agent one more address, chosen or random",
    params: agentParams,
    body: addresses.addAddressBody,
    answers: { 201: addresses.addressList },
  },
  patchAddress: {
    method: "PATCH",
    path: "/api/automation/agents/{id}/addresses/{address}",
    fn: "agents",
    token: "access",
    summary: "Make an address the primary one, or set when it ends",
    params: addresses.addressParams,
    body: addresses.patchAddressBody,
    answers: { 200: addresses.addressList },
  },
  replaceAddress: {
    method: "POST",
    path: "/api/automation/agents/{id}/addresses/{address}/replace",
    fn: "agents",
    token: "access",
    summary: "Put a new address in the place of one, which goes on for a chosen time",
    params: addresses.addressParams,
    body: addresses.replaceAddressBody,
    answers: { 201: addresses.addressList },
  },
  deleteAddress: {
    method: "DELETE",
    path: "/api/automation/agents/{id}/addresses/{address}",
    fn: "agents",
    token: "access",
    summary: "End an address at once; nobody else ever gets it",
    params: addresses.addressParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
