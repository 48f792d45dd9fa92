import * as configs from "../ai-config-schemas.ts";
import type { Route } from "../route.ts";

/** The keys of AI providers. */
export const aiConfigRoutes = {
  saveConfig: {
    method: "POST",
    path: "/api/ai-config",
    fn: "ai-config",
    token: "access",
    summary:
      "Store a provider's key, or replace it, after the provider was asked about it (verify=false: not asked); isDefault true makes it the default, false leaves the default",
    query: configs.saveConfigQuery,
    body: configs.saveConfigBody,
    answers: { 201: configs.configRow, 200: configs.configRow },
  },
  listConfigs: {
    method: "GET",
    path: "/api/ai-config",
    fn: "ai-config",
    token: "access",
    summary: "The default key's row at the top, and all rows, masked",
    answers: { 200: configs.configList },
  },
  listModels: {
    method: "GET",
    path: "/api/ai-config/models",
    fn: "ai-config",
    token: "access",
    summary:
      "The models of a provider that can answer mails: those that your stored key may use, else those of the price lists; with their prices and ends",
    query: configs.modelsQuery,
    answers: { 200: configs.modelList },
  },
  listProviders: {
    method: "GET",
    path: "/api/ai-config/providers",
    fn: "ai-config",
    token: "access",
    summary: "The providers whose keys can be stored, with their names and pages for people",
    answers: { 200: configs.providerList },
  },
  getConfig: {
    method: "GET",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary: "One row, masked",
    params: configs.providerParams,
    answers: { 200: configs.configRow },
  },
  patchConfig: {
    method: "PATCH",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary:
      "Change any field of one row; the provider is asked about a new key first (verify=false: not asked); isDefault false hands the default on to the oldest row",
    params: configs.providerParams,
    query: configs.saveConfigQuery,
    body: configs.patchConfigBody,
    answers: { 200: configs.configRow },
  },
  deleteConfig: {
    method: "DELETE",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary: "Delete one row and its key",
    params: configs.providerParams,
    answers: { 204: null },
  },
  verifyConfig: {
    method: "POST",
    path: "/api/ai-config/{provider}/verify",
    fn: "ai-config",
    token: "access",
    summary: "Have the stored key checked anew; the row's status and checked_at show what came of it",
    params: configs.providerParams,
    answers: { 202: configs.verifyStarted },
  },
} as const satisfies Record<string, Route>;
