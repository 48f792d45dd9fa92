import { expect, test } from "vitest";
import { handler } from "../../../functions/openapi/index.ts";
import { openApiDocument } from "../../../shared/api/openapi.ts";
import { callApi } from "../../support/api-call.ts";

test("anyone can read the API's document", async () => {
  const answer = await callApi(handler, { route: "GET /api/openapi.json" });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/json");
  expect(answer.json).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
