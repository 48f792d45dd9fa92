// Made by `npm run openapi`; a test fails when it is stale.
import document from "../../docs/openapi.json" with { type: "json" };
import { apiHandler } from "../../shared/http/api-handler.ts";
import { openApiHandlers } from "./handler.ts";

export const handler = apiHandler("openapi", openApiHandlers(JSON.stringify(document)));
