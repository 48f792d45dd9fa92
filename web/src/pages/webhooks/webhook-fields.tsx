import { Checkbox, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { EVENT_TYPES } from "../../../../shared/webhooks/event-types.ts";
import type { Body } from "../../api/types.ts";
import { useApi } from "../../api/use-api.ts";

type EventName = keyof typeof EVENT_TYPES;
export type WebhookValues = { name: string; url: string; events: string[]; agentIds: string[] };

export const ALL_EVENTS: string[] = Object.keys(EVENT_TYPES);

/** The values as the API takes them. No agent chosen means all agents. */
export function bodyOf({ name, url, events, agentIds }: WebhookValues): Body<"createWebhook"> {
  const known = events.filter((event): event is EventName => Object.hasOwn(EVENT_TYPES, event));
  return { name, url, events: known, agentIds: agentIds.length === 0 ? null : agentIds };
}

export function faultsOf({ name, url, events }: WebhookValues) {
  return {
    ...(name.trim() === "" && { name: "Enter a name." }),
    ...(url.trim() === "" && { url: "Enter the address of your program." }),
    ...(events.length === 0 && { events: "Choose at least one kind of event." }),
  };
}

export function WebhookFields({ form }: { form: UseFormReturnType<WebhookValues> }) {
  const agents = useApi("listAgents", {}).data?.agents ?? [];
  return (
    <>
      <TextInput
        label="Name"
        description="For you alone, and for the notice if it stops working."
        placeholder="Shop"
        maxLength={80}
        autoComplete="off"
        data-autofocus
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label="Address"
        description="Where your program waits for events. It begins with https://."
        placeholder="https://shop.example.com/latchkey"
        type="url"
        maxLength={2_000}
        autoComplete="off"
        key={form.key("url")}
        {...form.getInputProps("url")}
      />
      <Checkbox.Group label="Tell it when" key={form.key("events")} {...form.getInputProps("events")}>
        <Stack gap="xs" mt="xs">
          {Object.entries(EVENT_TYPES).map(([name, words]) => (
            <Checkbox key={name} value={name} label={words} description={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      {agents.length > 1 && (
        <Checkbox.Group
          label="Only for these agents"
          description="None chosen: for all, also for those that you add later."
          key={form.key("agentIds")}
          {...form.getInputProps("agentIds")}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs" mah={200} style={{ overflowY: "auto" }}>
            {agents.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </>
  );
}
