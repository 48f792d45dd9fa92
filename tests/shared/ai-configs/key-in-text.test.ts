import { describe, expect, it } from "vitest";
import { findKeys } from "../../../shared/ai-configs/key-in-text.ts";
import { patchAccountBody } from "../../../shared/api/account-schemas.ts";
import { createAgentBody, patchAgentBody, testMailBody } from "../../../shared/api/agent-schemas.ts";
import { patchConfigBody, saveConfigBody } from "../../../shared/api/ai-config-schemas.ts";
import { signupBody } from "../../../shared/api/auth-schemas.ts";
import { regenerateBody } from "../../../shared/api/conversation-schemas.ts";
import { REGISTRY } from "../../../shared/providers/registry.ts";

const KEYS = {
  ...Object.fromEntries(REGISTRY.map(({ id, key }) => [`the demo key of ${id}`, key.demo])),
  OpenAI: "sk-proj-Ab3dEf6hIj9lMn2pQr5tUv8xYz1b_4De7gHi",
  "OpenAI, of old": "sk-abcdefghijklmnopqrstuvwxyzABCDEF0123456789abcdef",
  Anthropic: "sk-ant-api03-Ab3dEf6hIj9lMn2pQr5tUv8xYz1b",
  Gemini: "AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q",
  OpenRouter: "sk-or-v1-0123456789abcdef0123456789abcdef",
  Groq: "gsk_Ab3dEf6hIj9lMn2pQr5tUv8xYz1b",
  "Hugging Face": "hf_AbCdEfGhIjKlMnOpQrStUvWxYz0123",
  AWS: "AKIAIOSFODNN7EXAMPLE",
  GitHub: "ghp_Ab3dEf6hIj9lMn2pQr5tUv8xYz1bQw",
  "our own API": "lk_Ab3dEf6hIj9lMn2pQr5tUv8xYz1bQw7sDf4gH9",
};

describe.each(Object.entries(KEYS))("a key of %s", (_, key) => {
  it.each([
    key,
    `"${key}"`,
    `My key is ${key}.`,
    `OPENAI_API_KEY=${key}`,
    `\u200b${key.slice(0, 12)}\u200b${key.slice(12)}`,
  ])("is found in %s", (text) => {
    expect(findKeys(text)).toEqual([key]);
  });

  it("becomes no name, no instructions, no model and no hint", () => {
    const agent = { name: "Support", type: "email_inbound" };
    const person = { email: "a@x.example", password: "long enough", name: "Alice" };
    const tries = [
      [createAgentBody, { ...agent, name: key }, "name"],
      [createAgentBody, { ...agent, instructions: `Use ${key}` }, "instructions"],
      [patchAgentBody, { name: key }, "name"],
      [patchAgentBody, { instructions: key }, "instructions"],
      [saveConfigBody, { provider: "openai", modelName: key }, "modelName"],
      [patchConfigBody, { modelName: key }, "modelName"],
      [signupBody, { ...person, name: key }, "name"],
      [patchAccountBody, { name: key }, "name"],
      [testMailBody, { subject: key }, "subject"],
      [testMailBody, { text: `Hi ${key}` }, "text"],
      [regenerateBody, { hint: key }, "hint"],
    ] as const;
    for (const [schema, body, field] of tries) {
      const { error } = schema.safeParse(body);
      expect(error?.issues.map(({ path }) => path)).toContainEqual([field]);
      expect(error?.issues.some(({ message }) => message.startsWith("must hold no key"))).toBe(true);
      expect(JSON.stringify(error?.issues)).not.toContain(key);
    }
  });
});

it.each([
  "Support of sk-learn and hf_hub users",
  "scikit-learn, sk-learn-contrib and sk-bratislava-conference-2026-programme",
  "Keys begin with sk-... or AIza...",
  "ft:gpt-4o-2024-08-06:my-organisation:support-agent:AbCd1234",
  "gemini-2.5-flash-lite-preview-09-2025",
  "AQ. is the abbreviation of aquarium.",
  "Order 4711-0123456789-00 at https://shop.example/orders/0123456789abcdef0123",
])("%s holds none", (text) => {
  expect(findKeys(text)).toEqual([]);
});
