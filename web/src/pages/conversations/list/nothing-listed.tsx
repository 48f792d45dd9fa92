import { Button } from "@mantine/core";
import { Inbox, SearchX } from "lucide-react";
import { Link } from "wouter";
import { EmptyState } from "../../../components/empty-state.tsx";
import { paths } from "../../../paths.ts";
import { address, type Filter } from "./filter.ts";

type Props = { filter: Filter; hasAgents: boolean; openId: string | undefined };

/** Shown for an empty list: says what appears here and how to get the first one. */
export function NothingListed({ filter, hasAgents, openId }: Props) {
  const { state, agent, q } = filter;
  const isFiltered = state !== undefined || agent !== undefined || q !== undefined;
  if (isFiltered) {
    const isDone = state === "needs_owner" && q === undefined;
    return (
      <EmptyState
        Icon={isDone ? Inbox : SearchX}
        title={isDone ? "Nothing needs you" : "No conversation matches"}
        action={
          <Button
            component={Link}
            href={address({ state: undefined, agent: undefined, q: undefined }, openId)}
            variant="default"
            size="xs"
          >
            Show all conversations
          </Button>
        }
      >
        {isDone
          ? "Drafts that wait for your approval and mails that were held appear here."
          : "Search covers senders and subjects. Remove a filter to see more."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={Inbox}
      title="No mail yet"
      action={
        <Button component={Link} href={paths.agents()} size="xs">
          {hasAgents ? "Go to your agents" : "Create an agent"}
        </Button>
      }
    >
      {hasAgents
        ? "Send a test mail from an agent's page, or write to its address. The mail and the answer appear here."
        : "An agent has an e-mail address and answers what arrives there. What it receives and answers appears here."}
    </EmptyState>
  );
}
