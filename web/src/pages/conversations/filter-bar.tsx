import { CloseButton, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { Link } from "wouter";
import type { Answer } from "../../api/types.ts";
import classes from "./conversations.module.css";
import { address, type Filter, LONGEST_SEARCH, STATES } from "./list/filter.ts";

type Props = {
  filter: Filter;
  change: (changes: Partial<Filter>) => void;
  openId: string | undefined;
  agents: Answer<"listAgents">["agents"];
  searchRef: RefObject<HTMLInputElement | null>;
};

export function FilterBar({ filter, change, openId, agents, searchRef }: Props) {
  return (
    <div className={classes["filters"]}>
      <nav aria-label="Show" className={classes["states"]}>
        {STATES.map(({ state, label }) => (
          <Link
            key={label}
            href={address({ ...filter, state }, openId)}
            replace
            className={classes["state"]}
            aria-current={state === filter.state ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes["narrow"]}>
        {(agents.length > 1 || filter.agent !== undefined) && (
          <NativeSelect
            aria-label="Agent"
            className={classes["agent"]}
            value={filter.agent ?? ""}
            onChange={(event) => change({ agent: event.currentTarget.value || undefined })}
            data={[
              { value: "", label: "All agents" },
              ...agents.map(({ id, name }) => ({ value: id, label: name })),
              ...unknownAgent(filter.agent, agents),
            ]}
          />
        )}
        <SearchField q={filter.q} change={change} searchRef={searchRef} />
      </div>
    </div>
  );
}

/** The address may name a deleted agent, whose conversations still exist. */
function unknownAgent(agent: string | undefined, agents: Props["agents"]) {
  const isUnknown = agent !== undefined && !agents.some(({ id }) => id === agent);
  return isUnknown ? [{ value: agent, label: "A deleted agent" }] : [];
}

function SearchField({ q, change, searchRef }: { q: string | undefined } & Pick<Props, "change" | "searchRef">) {
  const [text, setText] = useState(q ?? "");
  const search = useDebouncedCallback((typed: string) => change({ q: typed.trim() || undefined }), 300);
  useEffect(() => setText((typed) => ((typed.trim() || undefined) === q ? typed : (q ?? ""))), [q]);
  const type = (typed: string) => {
    setText(typed);
    search(typed);
  };
  return (
    <TextInput
      ref={searchRef}
      type="search"
      aria-label="Search senders and subjects"
      placeholder="Search"
      className={classes["search"]}
      leftSection={<Search size={15} aria-hidden />}
      rightSection={text !== "" && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type("")} />}
      maxLength={LONGEST_SEARCH}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
