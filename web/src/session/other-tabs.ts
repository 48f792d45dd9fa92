type Message = { kind: "in"; user: string } | { kind: "out" };

const channel = new BroadcastChannel("latchkey-session");

/** Tells the browser's other tabs what happened to the session, because all tabs share the refresh cookie. */
export function tellOtherTabs(message: Message): void {
  channel.postMessage(message);
}

export function onOtherTabs(listener: (message: Message) => void): void {
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => listener(data));
}
