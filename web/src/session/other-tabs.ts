type Message = { kind: "in"; user: string } | { kind: "out" };

const channel = new BroadcastChannel("latchkey-session");

/** Tabs share the refresh cookie, so what happens to the session in one of them has happened in all. */
export function tellOtherTabs(message: Message): void {
  channel.postMessage(message);
}

export function onOtherTabs(listener: (message: Message) => void): void {
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => listener(data));
}
