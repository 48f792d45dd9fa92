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
      "Store or replace a provider's key, after a check at the provider unless `verify` is false; `isDefault` true makes it the default, false does not change the default",
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
      "The models of a provider that can answer mails, with prices and end dates: the models that your stored key may use, or else those of the price lists",
    query: configs.modelsQuery,
    answers: { 200: configs.modelList },
  },
  listProviders: {
    method: "GET",
    path: "/api/ai-config/providers",
    fn: "ai-config",
    token: "access",
    summary: "The providers whose keys can be stored, with their names and web pages",
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
      "Change any field of one row; a new key is checked at the provider first unless `verify` is false; `isDefault` false makes the oldest row the default",
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
    summary: "Check the stored key again; the row's `status` and `checked_at` show the result",
    params: configs.providerParams,
    answers: { 202: configs.verifyStarted },
  },
} as const satisfies Record<string, Route>;
